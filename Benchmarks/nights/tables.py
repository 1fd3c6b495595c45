"""The tables of a year."""

import statistics

from .progress import moment


def seconds(reports, name="wall"):
    return statistics.median(report[name] for report in reports)


def table(head, rows):
    lines = [" | ".join(head), " | ".join(["---"] + ["---:"] * (len(head) - 1)), *(" | ".join(row) for row in rows)]
    return "".join(f"| {line} |\n" for line in lines)


def nights(year, measured):
    """A line a measured night, and the second: the first that finds something known."""
    rows = []
    for made in (made for made in year.nights if made["night"] in {2, year.done, *measured}):
        rows.append([f"{made['night']}", moment(made["night"])[:10], f"{made['size'] / 1e6:,.1f}",
                     f"{made['size'] / year.nights[0]['size']:.3f}", f"{made['wall']:.2f}", f"{made['cpu']:.2f}",
                     f"{made['peak']:.0f}"])
    return (f"## Nights {year.name}\n"
            + table(["night", "date", "MB", "of one snapshot", "wall s", "CPU s", "peak MB"], rows))


def reports(year):
    rows = []
    for night in sorted({report["night"] for report in year.reports}):
        for after in sorted({report["after"] for report in year.reports if report["night"] == night}):
            found = year.made(after, night)
            rows.append([f"{night}", f"{after}", f"{len(found)}", *(f"{seconds(found, name):.2f}" for name in ("wall", "cpu")),
                         f"{seconds(found, 'peak'):.0f}", f"{found[0]['rows']:,}", found[0]["sha"][:12]])
    return (f"## `--as-of` {year.name}\n"
            + table(["as of night", "after nights", "runs", "wall s", "CPU s", "peak MB", "lines", "SHA-256"], rows))


def tables(year):
    first, last = year.tables.get("first", {}), year.tables.get("last", {})
    rows = [[name, f"{first.get(name, 0) / 1e6:,.2f}", f"{size / 1e6:,.2f}", f"{(size - first.get(name, 0)) / 1e6:,.2f}"]
            for name, size in sorted(last.items(), key=lambda item: -item[1])[:12]]
    return (f"## Tables {year.name}\nMB with their indexes; the twelve largest.\n\n"
            + table(["table", "after the first night", "at the end", "more"], rows))
