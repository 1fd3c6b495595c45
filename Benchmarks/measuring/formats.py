"""Writing rows: the same query by Tenure, the sqlite3 CLI and Python with what people use there."""

import csv
import json
import os
import re
import shutil
import sqlite3
import zipfile
from html import unescape
from itertools import zip_longest
from xml.etree import ElementTree

from .bench import HERE, run
from .table import Goal, Section, at_most

QUERY = os.path.join(HERE, "rows", "rows.sql")
TYPES = {"personId": "id", "personType": "word", "pathCount": "integer", "startsAt": "instant", "until": "instant"}
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def own_report(bench):
    """A folder with a report `rows` that is the query; in JSON, which is YAML."""
    with open(QUERY, encoding="utf-8") as file:
        sql = file.read()
    columns = [{"name": name, "title": name, "doc": name, "shown": True, "type": TYPES.get(name, "text")}
               | ({"words": {"guest": "guest", "member": "member"}} if name == "personType" else {})
               for name, *_ in sqlite3.connect(":memory:").execute(sql, {"count": 1000}).description]
    table = {"name": "rows", "title": "Rows", "doc": "Rows.", "sql": sql, "columns": columns}
    report = {"title": "Rows", "doc": "Many rows.", "tables": [table],
              "parameters": [{"name": "count", "type": "int", "doc": "How many.", "default": "1"}]}
    folder = bench.path("reports")
    os.makedirs(folder, exist_ok=True)
    with open(f"{folder}/rows.yaml", "w", encoding="utf-8") as file:
        json.dump(report, file)
    return folder


def tenure(bench, database, count, form, out):
    return run([bench.tenure, "report", "rows", "--reports-dir", own_report(bench), "--db", database, "--as-of",
                "2026-07-01", "--generated-at", "2026-07-01T06:00:00Z", "--set", f"count={count}", "--page-rows",
                str(count), "--format", form, "--out", bench.path(out)])


def cli(bench, count, name):
    return run(["sqlite3", "-cmd", ".param init", "-cmd", f".param set :count {count}", "-cmd", ".headers on",
                "-cmd", ".mode csv", ":memory:", f".read {QUERY}"], to=bench.path(name))


def same(left, right):
    return all(one == other for one, other in zip_longest(left, right))


def csv_rows(path):
    with open(path, newline="", encoding="utf-8") as file:
        yield from csv.reader(file)


def page_rows(path):
    """What each cell says, without its tags. Of many rows a page holds the most as text, a tab between cells."""
    said = lambda cell: unescape(re.sub("<[^>]*>", "", cell))
    is_text = False
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.startswith("<tr><td"):
                yield [said(cell) for cell in re.findall("<td[^>]*>(.*?)</td>", line)]
                continue
            _, opening, rest = line.partition('<script type="text/plain"')
            if opening:
                is_text, line = True, rest.partition(">")[2]
            if is_text:
                text, end, _ = line.rstrip("\n").partition("</script>")
                if text:
                    yield [said(cell) for cell in text.split("\t")]
                is_text = not end


def sheet_rows(path, name):
    """The cells of each row but the header by their place, as text, numbers as numbers."""
    with zipfile.ZipFile(path) as book, book.open(name) as file:
        for _, row in ElementTree.iterparse(file):
            if row.tag != MAIN + "row":
                continue
            if row.get("r") != "1":
                cells = {cell.get("r"): "".join(cell.itertext()) for cell in row}
                yield {place: round(float(text), 8) if re.fullmatch(r"\d+(\.\d+)?", text) else text
                       for place, text in cells.items() if text}
            row.clear()


def formats(bench):
    many, some = bench.options.rows, bench.options.rows // 10
    section = Section(
        "formats", f"Writing rows of 12 columns, {many:,} as CSV, {some:,} as HTML and Excel",
        "All run the same query and write what it gives; ratios are of `tenure report` in that format.")
    database = bench.database(200)
    nothing = lambda: None
    python = lambda script, count, name: lambda: bench.script(script, QUERY, str(count), bench.path(name))
    found = bench.compare({
        "csv": (nothing, lambda: tenure(bench, database, many, "csv", "rows")),
        "csv, few": (nothing, lambda: tenure(bench, database, some, "csv", "rows-few")),
        "csv, cli": (nothing, lambda: cli(bench, many, "cli.csv")),
        "csv, python": (nothing, python("csv_script.py", many, "python.csv")),
        "html": (nothing, lambda: tenure(bench, database, some, "html", "rows")),
        "html, jinja2": (nothing, python("jinja2_script.py", some, "jinja2.html")),
        "xlsx": (nothing, lambda: tenure(bench, database, some, "xlsx", "rows")),
        "xlsx, many": (nothing, lambda: tenure(bench, database, many, "xlsx", "rows-many")),
        "xlsx, xlsxwriter": (nothing, python("xlsxwriter_script.py", some, "python.xlsx")),
    })
    base = found["csv"]
    section.add("tenure, CSV", base, base, Goal(
        f"peak at most 16 MB over that of {some:,} rows", base.peak <= found["csv, few"].peak + 16))
    section.add("the sqlite3 CLI, `.mode csv`", found["csv, cli"], base, Goal(
        "tenure is at least as fast", at_most(base, found["csv, cli"], 1)))
    section.add("Python's sqlite3 and csv", found["csv, python"], base, Goal(
        "tenure is 3 times as fast", at_most(base, found["csv, python"], 1 / 3)))
    base = found["html"]
    section.add("tenure, HTML", base, base)
    section.add("Python's sqlite3 and Jinja2", found["html, jinja2"], base, Goal(
        "tenure is 8 times as fast", at_most(base, found["html, jinja2"], 1 / 8)))
    base = found["xlsx"]
    section.add("tenure, Excel", base, base)
    section.add(f"tenure, Excel, {many:,} rows", found["xlsx, many"], base, Goal(
        "peak at most 16 MB more", found["xlsx, many"].peak <= base.peak + 16))
    section.add("Python's sqlite3 and XlsxWriter", found["xlsx, xlsxwriter"], base, Goal(
        "tenure is 4 times as fast", at_most(base, found["xlsx, xlsxwriter"], 1 / 4)))
    check(bench, section)
    for folder in ("rows", "rows-few", "rows-many", "reports"):
        shutil.rmtree(bench.path(folder))
    bench.remove("cli.csv", "python.csv", "jinja2.html", "python.xlsx")
    return section


def check(bench, section):
    ours = bench.path("rows/rows.csv")
    with open(ours, "rb") as one, open(bench.path("python.csv"), "rb") as other:
        section.check("the bytes of Tenure's CSV and Python's", same(one, other))
    section.check("the cells of Tenure's CSV and the CLI's", same(csv_rows(ours), csv_rows(bench.path("cli.csv"))))
    section.check("the cells of Tenure's page and Jinja2's",
                  same(page_rows(bench.path("rows/rows.html")), page_rows(bench.path("jinja2.html"))))
    section.check("the cells of Tenure's sheet and XlsxWriter's", same(
        sheet_rows(bench.path("rows/rows.xlsx"), "xl/worksheets/sheet2.xml"),
        sheet_rows(bench.path("python.xlsx"), "xl/worksheets/sheet1.xml")))
