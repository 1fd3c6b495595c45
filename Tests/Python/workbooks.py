"""What the tests of Excel files share: an own report, its rows, and what others' programs read."""

import csv
import json
import subprocess
import tempfile

import openpyxl

HOSTILE = [
    "=cmd|'/c calc'!A1<script>alert(1)</script>", "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "'=1", "plain", "a,b",
    'say "hello"', "two\nlines", "\u202etxt.exe", "مرحبا بالعالم", "👩‍👩‍👧‍👦 🇩🇪", "_x0041_", "]]>", " padded ", "&amp;&#0;",
    "https://contoso.example/?q=<&>", "http://contoso.example", "mailto:ann@contoso.example", "internal:'About'!A1",
    "file:///etc/passwd", "{=1}", "TRUE", "1e5", "0012", "2026-01-01",
]


def own_report(folder, name, columns, sql, **more):
    """Writes a report with one table, in JSON, which is YAML."""
    folder.mkdir(parents=True, exist_ok=True)
    table = {"name": "rows", "title": "Rows", "doc": "All rows.", "sql": sql, "columns": columns}
    report = {"title": "Mine", "doc": "My own.", "tables": [table], **more}
    (folder / f"{name}.yaml").write_text(json.dumps(report, ensure_ascii=False), encoding="utf-8")


def column(name, kind, **more):
    return {"name": name, "title": name.capitalize(), "type": kind, "doc": f"The {name}.", **more}


def quoted(text):
    """As SQL has it."""
    return "'" + text.replace("'", "''") + "'"


def by_libreoffice(path):
    """What LibreOffice reads: its rows by sheet, as it shows them."""
    with tempfile.TemporaryDirectory() as folder:
        # Comma, quote, UTF-8, all sheets; the profile is its own, so that nobody's is touched.
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
             "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", "--outdir", folder, path],
            check=True, capture_output=True, timeout=300)
        sheets = {}
        for name in openpyxl.load_workbook(path, read_only=True).sheetnames:
            with open(f"{folder}/{path.stem}-{name}.csv", newline="", encoding="utf-8") as file:
                sheets[name] = list(csv.reader(file))
        return sheets


def legend(workbook):
    """By the title of a column: its name in the data, and for each of its words the data's."""
    found = {}
    for title, _, words, name in workbook["About"].iter_rows(min_col=1, max_col=4, values_only=True):
        if name:
            lines = (words or "").split("\n")
            found[title] = (name, dict(line.rsplit(": ", 1) for line in lines if ": " in line))
    return found
