"""`tenure report access --as-of`: what it costs for the first moment, a middle one and the last."""

import hashlib
import os
import shutil

from measuring.process import run

from .progress import moment


def read(path):
    """Bytes, lines and sum of a file."""
    count = rows = 0
    total = hashlib.sha256()
    with open(path, "rb") as file:
        while piece := file.read(1 << 20):
            count += len(piece)
            rows += piece.count(b"\n")
            total.update(piece)
    return count, rows, total.hexdigest()


class AsOf:
    def __init__(self, year):
        self.year, self.progress = year, year.progress

    def nights(self, last):
        """The first night, the measured one nearest to the middle, the last."""
        between = [night for night in self.year.measured if 1 < night < last]
        middle = [min(between, key=lambda night: abs(night - (1 + last) / 2))] if between else []
        return sorted({1, *middle, last})

    def report(self, after, night):
        out = self.year.path("out")
        options = self.year.options
        command = [self.year.tenure, "report", "access", "--db", self.year.database, "--as-of", moment(night),
                   "--generated-at", "2028-01-01T00:00:00Z", "--scope", options.report_scope, "--all", "--format", "csv",
                   "--out", out]
        # 3: done, and something that the report needs was not imported completely.
        measure = run(command, allowed=(0, 3))
        count, rows, total = read(os.path.join(out, "access.csv"))
        shutil.rmtree(out)
        self.progress.reports.append({"after": after, "night": night, "wall": measure.wall, "cpu": measure.cpu,
                                      "peak": measure.peak, "rows": rows - 1, "bytes": count, "sha": total})
        self.progress.save()

    def measure(self, after, times):
        """By turns, as often as is said, less what was measured before an interruption."""
        for turn in range(times):
            for night in self.nights(after):
                if len(self.progress.made(after, night)) <= turn:
                    self.year.log(f"  as of night {night}, after {after}")
                    self.report(after, night)

    def compare(self, after):
        """One of each night that was reported when it was the last: what it costs now, and whether it is the same."""
        for night in self.year.measured:
            if night <= after and not self.progress.made(after, night):
                self.year.log(f"  as of night {night}, after {after}")
                self.report(after, night)
