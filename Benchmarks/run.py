#!/usr/bin/env python3
"""Measures Tenure beside what users would pick instead and beside the practical limit, all in one run.

Whole processes, each as often as --times says, by turns; every figure is a median. All files were read before, so
none comes from the disk. Prints a table for each section and, unless only some are asked for, writes RESULTS.md.
"""

import argparse
import os
import shutil
import sys
import tempfile
from datetime import datetime, timezone

from measuring import again, formats, growing, importing, machine, page, reporting
from measuring import bench as shared
from measuring.bench import HERE, Bench, Failed

SECTIONS = {"import": importing.first, "parts": importing.parts, "again": again.again, "report": reporting.access,
            "formats": formats.formats, "page": page.page, "growth": growing.growing}


def options():
    root = os.path.dirname(HERE)
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--users", type=int, default=100_000, metavar="N", help="users of the tenant (default 100000)")
    parser.add_argument("--rows", type=int, default=1_000_000, metavar="N",
                        help="rows that are written as CSV, a tenth of them as HTML and Excel; thousands (default 1000000)")
    parser.add_argument("--times", type=int, default=3, metavar="N", help="runs of each, the median counts (default 3)")
    parser.add_argument("--quick", action="store_true", help="one run of each")
    parser.add_argument("--big", action="store_true", help="a million users, too: 36 GB more of disk")
    parser.add_argument("--only", nargs="+", choices=SECTIONS, metavar="SECTION",
                        help=f"only these, printed and not written: {', '.join(SECTIONS)}")
    parser.add_argument("--work", metavar="DIR", help="folder for tenants and databases, kept; default: one that is removed")
    parser.add_argument("--tenure", default=f"{root}/.build/release/tenure", metavar="BINARY")
    parser.add_argument("--limit", default=f"{root}/.build/bench", metavar="DIR", help="where the C++ programs are")
    parser.add_argument("--python", default=f"{root}/.venv-bench/bin/python", metavar="BINARY",
                        help="has the packages of requirements.txt")
    parser.add_argument("--results", default=f"{HERE}/RESULTS.md", metavar="FILE")
    return parser.parse_args()


def head(bench):
    lines = [f"- {what}: {value}" for what, value in machine.describe(bench.tenure, bench.python)]
    folder = bench.tenant(bench.users)
    count = size = 0
    for place, _, names in os.walk(folder):
        count += len(names)
        size += sum(os.path.getsize(os.path.join(place, name)) for name in names)
    runs = f"medians of {bench.times}" if bench.times > 1 else "one run of each"
    return (f"# Results\nMade by `make bench` on {datetime.now(timezone.utc):%Y-%m-%d}; not edited. Whole processes, "
            f"{runs}, by turns in one run, files in the cache. A goal is met by wall time.\n\n"
            + "\n".join(lines) + f"\n- tenant: {bench.users:,} users, {count:,} files, {size / 1e6:,.0f} MB\n")


def main():
    chosen = options()
    made = None if chosen.work else tempfile.mkdtemp(prefix="tenure-bench-")
    chosen.work = os.path.abspath(chosen.work or made)
    os.makedirs(chosen.work, exist_ok=True)
    bench = Bench(chosen)
    try:
        need = 0 if chosen.only else chosen.users * shared.SECTIONS
        need += growing.MILLION * shared.IMPORT_AND_REPORT if chosen.big else 0
        bench.need_disk(need, "all sections together")
        parts = [head(bench)]
        for name in chosen.only or SECTIONS:
            bench.log(f"{name}:")
            parts.append(SECTIONS[name](bench).markdown())
            print(parts[-1], flush=True)
        if not chosen.only:
            with open(chosen.results, "w", encoding="utf-8") as file:
                file.write("\n".join(parts))
        return 1 if any("NOT EQUAL" in part for part in parts) else 0
    except Failed as failure:
        print(f"error: {failure}", file=sys.stderr)
        return 2
    finally:
        if made:
            shutil.rmtree(made)


if __name__ == "__main__":
    sys.exit(main())
