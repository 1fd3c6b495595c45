"""Kills imports at random moments, lets the disk run full at random points, and looks at what is left.

After each fault the database must open, hold the last whole state, tell and report it; the next import must complete;
and the result must equal that of an undisturbed run: every row of every table, and every row of `report access`.

  torture.py --kills 1000 --full 100 --binary .build/release/tenure
"""

import argparse
import pathlib
import random
import shutil
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from course import Course
from faults import Full, Kill
from tenants import tenants

ROOT = pathlib.Path(__file__).resolve().parents[2]


def arguments(given):
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=1000, metavar="N", help="imports to kill (default 1000)")
    parser.add_argument("--full", type=int, default=100, metavar="N", help="disks to fill (default 100)")
    parser.add_argument("--seed", type=int, default=1, help="what the draws start from (default 1)")
    parser.add_argument("--users", type=int, default=300, metavar="N", help="size of the generated tenant (default 300)")
    parser.add_argument("--binary", type=pathlib.Path, default=ROOT / ".build/release/tenure", metavar="FILE")
    return parser.parse_args(given)


def progress(text):
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\033[K{text}")
        sys.stderr.flush()


def torture(options, say=print):
    """Runs all of it; raises AssertionError with what to look at when something is not as it should be."""
    begun = time.monotonic()
    chance = random.Random(options.seed)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="tenure-torture-"))
    try:
        courses = [
            Course(options.binary.resolve(), name, imports, folder / name)
            for name, imports in tenants(ROOT, folder, options.users, options.seed)]
        for course in courses:
            say(f"{course.name}: undisturbed imports of {course.durations()}, {course.row_count} rows")
        for fault, count in ((Kill(), options.kills), (Full(folder), options.full)):
            number = 0
            while number < count:
                progress(f"{fault.noun} {number + 1} of {count}, seed {options.seed}")
                chosen = chance.choice(courses)
                try:
                    # What came too late, or had room enough, is looked at as well, but does not count.
                    number += fault.strike(chosen, chance)
                except AssertionError as error:
                    raise AssertionError(
                        f"{fault.noun} {number + 1} (--seed {options.seed}), {chosen.name}: {error}") from error
            progress("")
            if count:
                say(fault.summary())
        say(f"all as after undisturbed imports, in {time.monotonic() - begun:.0f} s")
        return courses
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    try:
        torture(arguments(None))
    except AssertionError as error:
        progress("")
        sys.exit(f"FAILED: {error}")
