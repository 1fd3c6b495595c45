"""What all sections share: the work folder, the binaries, the tenants and their databases."""

import os
import shutil
import subprocess
import sys

from .process import Failed, Measure, compare, run

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
JUNE, JULY = "2026-06-30T22:00:00Z", "2026-07-01T22:00:00Z"
# Bytes a user on disk: of an export; of all sections together; of an import and a report alone.
EXPORT, SECTIONS, IMPORT_AND_REPORT = 11_000, 90_000, 36_000


class Bench:
    def __init__(self, options):
        self.options = options
        self.users, self.times, self.work = options.users, 1 if options.quick else options.times, options.work
        self.tenure, self.python, self.limit = options.tenure, options.python, options.limit

    def path(self, name):
        return os.path.join(self.work, name)

    def log(self, text):
        print(text, file=sys.stderr, flush=True)

    def need_disk(self, need, why):
        free = shutil.disk_usage(self.work).free
        if free < need * 1.1:
            raise Failed(f"{why}: {need >> 20} MB are needed in {self.work}, {free >> 20} MB are free")

    def tenant(self, users, dense=False):
        """The folder of a generated tenant, made where it is not there yet."""
        folder = self.path(f"tenant-{users}{'-dense' if dense else ''}")
        if not os.path.isdir(folder):
            self.need_disk(users * EXPORT, f"a tenant of {users} users")
            self.log(f"generating {folder}")
            self.make(["generate.py", "--users", str(users)] + ["--dense"] * dense, folder)
        return folder

    def make(self, arguments, folder):
        """Lets a script of this folder write a folder, which is there wholly or not at all."""
        partial = folder + ".partial"
        shutil.rmtree(partial, ignore_errors=True)
        command = [sys.executable, os.path.join(HERE, arguments[0]), *arguments[1:], partial]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            raise Failed(done.stderr)
        os.rename(partial, folder)
        return done.stdout.strip()

    def remove(self, *names):
        for name in names:
            for ending in ("", "-wal", "-shm", "-journal", ".lock"):
                if os.path.exists(self.path(name) + ending):
                    os.remove(self.path(name) + ending)

    def warm(self, folder):
        """Reads all files as `cat` does; returns what that took with all of them in the cache."""
        names = self.path("names")
        with open(names, "wb") as file:
            for place, _, files in sorted(os.walk(folder)):
                file.writelines(os.path.join(place, name).encode() + b"\0" for name in sorted(files))
        command = ["xargs", "-0", "-a", names, "cat"]
        run(command, to=os.devnull)
        start = os.times()
        measure = run(command, to=os.devnull)
        end = os.times()
        # The children of xargs are counted here once it was waited for.
        measure.cpu = end.children_user + end.children_system - start.children_user - start.children_system
        return measure

    def imports(self, folder, database, at=JUNE):
        return run([self.tenure, "import", folder, "--observed-at", at, "--db", self.path(database)])

    def database(self, users, dense=False):
        """The database of a tenant after its first import by this very binary."""
        status = os.stat(self.tenure)
        stamp = f"{status.st_mtime_ns ^ status.st_size:x}"[-8:]
        name = f"tenant-{users}{'-dense' if dense else ''}-{stamp}.sqlite"
        if not os.path.exists(self.path(name)):
            folder = self.tenant(users, dense)
            self.remove("partial.sqlite")
            self.imports(folder, "partial.sqlite")
            os.rename(self.path("partial.sqlite"), self.path(name))
        return self.path(name)

    def compare(self, contestants):
        for name in contestants:
            self.log(f"  {name}")
        return compare(contestants, self.times)

    def script(self, name, *arguments, cwd=None):
        return run([self.python, os.path.join(HERE, "others", name), *arguments], cwd=cwd)


__all__ = ["Bench", "Failed", "HERE", "JULY", "JUNE", "Measure", "run"]
