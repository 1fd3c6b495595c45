"""A page of many rows in a browser."""

import json
import shutil
import statistics

from .formats import tenure
from .process import Measure
from .table import Goal, Section


def page(bench):
    rows = bench.options.rows // 10
    section = Section(
        "page", f"A page of {rows:,} rows in Chromium",
        "From the beginning of opening until it is painted and can be used; from a change of the search until it is "
        "shown: one at once after opening, and the slowest of five a second later. Without CPU time and memory, which "
        "are the browser's. By itself a page holds 5,000 rows, says so, and leaves the others to the CSV.")
    tenure(bench, bench.database(200), rows, "html", "page")
    found = [json.loads(bench.script("browser_script.py", bench.path("page/rows.html")).out) for _ in range(bench.times)]
    for what, key, most in (("open", "open", 3), ("filter", "filter", 0.2), ("filter at once", "at once", 0.2)):
        seconds = statistics.median(one[key] for one in found)
        section.add(what, Measure(seconds, 0, 0), None, Goal(f"under {most} s", seconds < most))
    section.check(f"rows that the page counts: {found[0]['count']}", f"{rows:,} " in found[0]["count"])
    shutil.rmtree(bench.path("page"))
    return section
