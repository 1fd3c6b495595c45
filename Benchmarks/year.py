#!/usr/bin/env python3
"""A year of nights: how large the database becomes, what a night costs, and what `--as-of` any of them costs.

One export is changed in place every night and imported into one database. What was done is kept in the work folder: the
same command goes on with the next night after an interruption. The same year --no-sign-ins, in the same work folder,
tells what sign-in times add; whatever is there of both is written.
"""

import argparse
import os
import sys

from measuring.bench import HERE
from measuring.process import Failed
from nights import progress, results
from nights.year import Year


def options():
    root = os.path.dirname(HERE)
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--users", type=int, default=100_000, metavar="N", help="users of the tenant (default 100000)")
    parser.add_argument("--nights", type=int, default=365, metavar="N", help="snapshots (default 365)")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="what the draws start from (default 1)")
    parser.add_argument("--no-sign-ins", action="store_true", help="sign-in times stay as they are")
    parser.add_argument("--as-of-every", type=int, default=30, metavar="N", help="nights between reports (default 30)")
    parser.add_argument("--report-scope", choices=("all", "review"), default="all", help="of the reports (default all)")
    parser.add_argument("--times", type=int, default=3, metavar="N",
                        help="reports of each moment at the end, the median counts (default 3)")
    parser.add_argument("--stop-after-minutes", type=float, metavar="M", help="stop then; the same command goes on")
    parser.add_argument("--work", required=True, metavar="DIR", help="folder for exports, databases and what was done; kept")
    parser.add_argument("--tenure", default=f"{root}/.build/release/tenure", metavar="BINARY", help="copied for the year")
    parser.add_argument("--out", default=f"{HERE}/RESULTS-year.md", metavar="FILE", help="beside it goes year.svg")
    return parser.parse_args()


def main():
    chosen = options()
    chosen.work = os.path.abspath(chosen.work)
    try:
        year = Year(chosen)
        is_over = year.run()
        paths = (os.path.join(chosen.work, name, "progress.json") for name in ("with", "without"))
        years = [found for found in map(progress.existing, paths) if found and found.nights]
        if years:
            results.write(years, year.measured, year.tenure, chosen.out)
            print(f"{chosen.out} written" + ("" if is_over else f"; {year.progress.done} of {chosen.nights} nights are done, "
                                                               "the same command goes on"))
        return 0
    except Failed as failure:
        print(f"error: {failure}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
