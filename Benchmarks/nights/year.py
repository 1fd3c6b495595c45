"""A year: an export that changes every night, and is imported every night into one database."""

import contextlib
import os
import shutil
import sys
import time

from measuring.process import run

from . import changes, export, signins, sizes
from .asof import AsOf
from .progress import Progress, day, moment


class Year:
    def __init__(self, options):
        self.options, self.work = options, os.path.join(options.work, "without" if options.no_sign_ins else "with")
        os.makedirs(self.work, exist_ok=True)
        self.export, self.database, self.tenure = (self.path(name) for name in ("export", "year.sqlite", "tenure"))
        self.progress = Progress(self.path("progress.json"), {
            "users": options.users, "seed": options.seed, "signIns": not options.no_sign_ins,
            "scope": options.report_scope})
        every = options.as_of_every
        self.measured = sorted({1, options.nights, *range(every, options.nights + 1, every)})
        self.end = time.monotonic() + options.stop_after_minutes * 60 if options.stop_after_minutes else None

    def path(self, name):
        return os.path.join(self.work, name)

    def log(self, text):
        print(text, file=sys.stderr, flush=True)

    def prepare(self):
        """The export of the first night; the binary is copied, so that one and the same does the whole year."""
        if not os.path.exists(self.tenure):
            shutil.copy2(self.options.tenure, self.tenure)
        if not os.path.isdir(self.export):
            self.log(f"generating {self.export}")
            export.generate(self.export, self.options.users, self.options.seed)
        self.counts = export.counted(self.export, self.path("counts.json"))
        self.progress.data["objects"] = sum(self.counts.values())

    def change(self, night):
        start, seed, made = time.perf_counter(), f"{self.options.seed} {night}", {"night": night}
        if night > max(1, self.progress.data["changed"]):
            made["changed"] = changes.change(self.export, self.counts, seed)
            if not self.options.no_sign_ins:
                made["signedIn"] = signins.sign_in(self.export, self.counts, day(night), seed)
            self.progress.data["changed"] = night
            self.progress.save()
        elif night > 1:
            made["again"] = True  # a run was interrupted in its import, which may be half done: the time says nothing
        else:
            for ending in ("", "-wal", "-shm", "-journal", ".lock"):
                with contextlib.suppress(FileNotFoundError):
                    os.remove(self.database + ending)
        return made | {"changing": time.perf_counter() - start}

    def night(self, night):
        made = self.change(night)
        measure = run([self.tenure, "import", self.export, "--observed-at", moment(night), "--db", self.database])
        made |= {"wall": measure.wall, "cpu": measure.cpu, "peak": measure.peak, "size": sizes.size(self.database)}
        if night == 1:
            self.progress.tables["first"] = sizes.by_table(self.database)
        if night in self.measured:
            made["versions"] = sizes.versions(self.database)
        self.progress.nights.append(made)
        self.progress.save()
        self.log(f"night {night}: changed in {made['changing']:.2f} s, imported in {made['wall']:.2f} s "
                 f"({made['cpu']:.2f} s CPU, {made['peak']:.0f} MB), {made['size'] / 1e6:.1f} MB")

    def is_late(self):
        return self.end is not None and time.monotonic() > self.end

    def run(self):
        """Returns whether the year is over; it may also be time to stop."""
        self.prepare()
        reports, last = AsOf(self), self.options.nights
        while not self.is_late():
            done = self.progress.done
            if done in self.measured and done < last:
                reports.measure(done, 1)
            if done >= last:
                reports.measure(done, self.options.times)
                reports.compare(done)
                self.progress.tables["last"] = sizes.by_table(self.database)
                self.progress.save()
                return True
            self.night(done + 1)
        return False
