"""The faults: a kill at a random moment, a disk of a random size."""

import collections
import contextlib
import os
import pathlib
import random
import resource
import shutil
import signal
import subprocess
import tempfile
import time


@contextlib.contextmanager
def folders():
    with tempfile.TemporaryDirectory(prefix="tenure-victim-") as folder:
        home, scratch = pathlib.Path(folder, "home"), pathlib.Path(folder, "scratch")
        home.mkdir()
        scratch.mkdir()
        yield home, scratch


class Kill:
    noun = "kill"

    def __init__(self):
        self.counts = collections.Counter()

    def strike(self, course, chance: random.Random):
        number = chance.randrange(len(course.steps) - 1)
        step = course.steps[number]
        with folders() as (home, scratch):
            database = course.begin(number, home)
            process = subprocess.Popen(
                [*step.arguments, "--db", database], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            # Half of them towards the end, where the commit, the folding of the log and the checksum are.
            time.sleep(step.duration * chance.choice([chance.uniform(0, 1.1), chance.uniform(0.75, 1.05)]))
            process.send_signal(signal.SIGKILL)
            hit = process.wait() == -signal.SIGKILL
            if not hit:
                # The machine is faster than when it was measured.
                step.duration *= 0.97
            counts = course.judge(number, home, scratch)
            assert hit or counts, "the import ended by itself, but does not count"
            course.go_on(number, home, scratch, counts)
        self.counts["hit" if hit else "late"] += 1
        if hit:
            self.counts["first" if number == 0 else "later"] += 1
            self.counts["after" if counts else "before"] += 1
        return hit

    def summary(self):
        found = self.counts
        return (
            f"{found['hit']} imports killed ({found['first']} first ones, {found['later']} later ones; {found['before']} "
            f"left the state before, {found['after']} the state after), {found['late']} more had ended before")


class Full:
    """A small tmpfs of a random size; where none can be mounted, a limit to the size of each file."""

    noun = "full disk"

    def __init__(self, folder):
        self.counts = collections.Counter()
        self.disk = folder / "disk"
        self.disk.mkdir()
        self.can_mount = self.mounted(1 << 20, trial=True)

    @contextlib.contextmanager
    def room(self, size):
        assert self.mounted(size), "cannot mount any more"
        try:
            yield self.disk
        finally:
            subprocess.run(["umount", self.disk], check=True)

    def mounted(self, size, trial=False):
        if os.geteuid() != 0 or not shutil.which("mount"):
            return False
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={size},mode=0700", "tmpfs", self.disk], capture_output=True)
        if trial and done.returncode == 0:
            subprocess.run(["umount", self.disk], check=True)
        return done.returncode == 0

    def strike(self, course, chance):
        number = chance.randrange(len(course.steps) - 1)
        step = course.steps[number]
        held = step.before.stat().st_size if step.before else 0
        size = held + int(chance.random() * (step.peak * 1.2 - held))
        with contextlib.ExitStack() as stack:
            home, scratch = stack.enter_context(folders())
            if self.can_mount:
                home = stack.enter_context(self.room(held + 65536 if size < held + 65536 else size))
            database = course.begin(number, home)
            own = chance.random() < 0.5 and self.can_mount
            done = subprocess.run(
                [*step.arguments, "--db", database], capture_output=True, text=True,
                env={**os.environ, **({"SQLITE_TMPDIR": str(home), "TMPDIR": str(home)} if own else {})},
                preexec_fn=None if self.can_mount else
                lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)))
            assert done.returncode in (0, 2, 3), f"ended with {done.returncode}: {done.stderr}"
            counts = course.judge(number, home, scratch, has_room=not self.can_mount)
            assert counts == (done.returncode != 2), f"it ended with {done.returncode}: {done.stderr}"
            if done.returncode == 2:
                words = "no space|cannot be written|the disk failed"
                assert any(word in done.stderr for word in words.split("|")), f"it said {done.stderr}"
            if self.can_mount:
                subprocess.run(["mount", "-o", "remount,size=1g", self.disk], check=True)
                course.judge(number, home, scratch)
            course.go_on(number, home, scratch, counts)
        self.counts["full" if done.returncode == 2 else "fit"] += 1
        return done.returncode == 2

    def summary(self):
        how = "disks of a random size" if self.can_mount else "NO DISK COULD BE MOUNTED; random limits to the size of a file"
        return f"{how}: {self.counts['full']} were full, on {self.counts['fit']} it fitted"
