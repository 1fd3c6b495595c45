"""What is written of a year: the text, its tables and the plot."""

import os
from datetime import datetime, timezone

from measuring.machine import describe

from . import tables
from .goals import goals, same
from .plot import Line, Panel, draw

MACHINE = ("processor", "memory", "system", "tenure")
TEXT = """Made by `make year` on {date}; not edited. One export of {users:,} users, changed in place every night and imported
into one database: one in a thousand of its {objects:,} objects a night (a field; members and owners leave a group and
come into another), and, with sign-in times, a new one for two users in five, drawn anew every night. Whole processes,
files in the cache. MB are a million bytes. One snapshot is the database after the first night.
"""


def plot(years):
    def lines(points, dotted=False):
        return [Line(year.name, points(year), dotted) for year in years if points(year)]

    def asof(year):
        return [(night, tables.seconds(year.made(year.reported, night)))
                for night in sorted({report["night"] for report in year.reports if report["after"] == year.reported})]

    panels = [
        Panel("Size of the database", "MB", lines(lambda year: [(made["night"], made["size"] / 1e6) for made in year.nights])),
        Panel("Import of a night", "seconds", lines(
            lambda year: [(made["night"], made["wall"]) for made in year.nights if "again" not in made])),
        Panel("tenure report access --as-of a night, after the last", "seconds", lines(asof, dotted=True), "as of night")]
    return draw([panel for panel in panels if panel.lines])


def text(years, measured, binary, picture):
    head = TEXT.format(date=f"{datetime.now(timezone.utc):%Y-%m-%d}", users=years[0].data["chosen"]["users"],
                       objects=years[0].data["objects"])
    machine = "".join(f"- {what}: {value}\n" for what, value in describe(binary, "") if what in MACHINE)
    equal = "Reported when a night was the last and after later ones, every byte compared:\n" + "".join(map(same, years))
    parts = [head, machine, f"![size, seconds a night and seconds a report over the year]({picture})\n", goals(years), equal,
             *(tables.nights(year, measured) for year in years), *(tables.reports(year) for year in years),
             *(tables.tables(year) for year in years if year.tables.get("last"))]
    return "# A year of nights\n" + "\n".join(parts)


def write(years, measured, binary, out):
    picture = os.path.join(os.path.dirname(os.path.abspath(out)), "year.svg")
    with open(picture, "w", encoding="utf-8") as file:
        file.write(plot(years))
    with open(out, "w", encoding="utf-8") as file:
        file.write(text(years, measured, binary, os.path.basename(picture)))
