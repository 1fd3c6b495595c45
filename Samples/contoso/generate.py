#!/usr/bin/env python3
"""Writes the exports of the sample tenant beside this file; --check only compares.

The stories are in generator/stories_*.py and told in README.md.
"""

import argparse
import pathlib
import sys

sys.dont_write_bytecode = True

from generator import files, tenant, validate  # noqa: E402  (the line above has to come first)

SNAPSHOTS = {"2026-06": "2026-06-30T22:00:00Z", "2026-07": "2026-07-31T22:00:00Z"}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="fail if the files differ, write nothing")
    arguments = parser.parse_args()

    here = pathlib.Path(__file__).resolve().parent
    timeline = tenant.build()
    views = {name: timeline.seen_at(moment) for name, moment in SNAPSHOTS.items()}

    problems = validate.problems(views, SNAPSHOTS)
    for problem in problems:
        print(f"inconsistent: {problem}", file=sys.stderr)
    if problems:
        return 1

    stale = []
    for name, view in views.items():
        wanted = files.render(view)
        if arguments.check:
            stale += [f"{name}/{file}" for file in files.differences(here / name, wanted)]
        else:
            files.write(here / name, wanted)
    for file in stale:
        print(f"differs: {file}", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
