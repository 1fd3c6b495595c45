"""What the tests from outside share: the program, the sample, a folder that goes away again."""

import csv
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = pathlib.Path(os.environ.get("TENURE_SHARED", ROOT.parent / "shared"))
TENURE = ROOT / os.environ.get("TENURE", ".build/debug/tenure")

JUNE = "2026-06-30T22:00:00Z"
JULY = "2026-07-31T22:00:00Z"


def tenure(*arguments, expect=(0,)):
    """Runs the program; its exit code must be one of those expected."""
    done = subprocess.run([str(TENURE), *map(str, arguments)], capture_output=True, text=True, timeout=600)
    if done.returncode not in expect:
        raise AssertionError(f"exit {done.returncode}: {arguments}\n{done.stdout}\n{done.stderr}")
    return done


def read_csv(path):
    """The rows as dictionaries, the formula guard undone."""
    with open(path, newline="", encoding="utf-8") as file:
        return [{name: unguarded(cell) for name, cell in row.items()} for row in csv.DictReader(file)]


def unguarded(cell):
    """A leading quote goes where it stands before what a spreadsheet would take for a formula, or before such a quote."""
    if cell.startswith("'") and len(cell) > 1 and cell[1] in "=+-@\t\r'":
        rest = cell.lstrip("'")
        if rest and rest[0] in "=+-@\t\r":
            return cell[1:]
    return cell


def read_json(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def exported(pattern, month="2026-07"):
    """The objects of the sample's export files whose paths match."""
    files = sorted((ROOT / "Samples/contoso" / month).glob(pattern))
    documents = [read_json(file) for file in files]
    return [item for document in documents for item in document.get("value", [document])]


def write_json(folder, path, document):
    """A collection page, or a single object, as an export would hold it."""
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        json.dumps({"value": document} if isinstance(document, list) else document), encoding="utf-8")


def reported(report, database, out, *arguments, day="2026-07-31", expect=(0,)):
    """The tables of a report by name, from its CSV files; the first has the report's own name."""
    tenure("report", report, "--db", database, "--as-of", day, "--generated-at", day, "--format", "csv", "--out", out,
           *arguments, expect=expect)
    return {file.stem.removeprefix(report + "-"): read_csv(file) for file in out.glob(f"{report}*.csv")}


class Sample(unittest.TestCase):
    """The sample company in both snapshots, imported once for the tests of a class."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.database = cls.folder / "tenure.sqlite"
        for month, moment in (("2026-06", JUNE), ("2026-07", JULY)):
            tenure("import", ROOT / "Samples/contoso" / month, "--observed-at", moment, "--db", cls.database)

    @classmethod
    def tables(cls, report, *arguments, day="2026-07-31"):
        return reported(report, cls.database, cls.folder / report / "-".join((day, *arguments)).replace("/", "_"),
                        *arguments, day=day)

    def report(self, *arguments, expect=(0,)):
        out = self.folder / self.id()
        tenure("report", "access", "--db", self.database, "--out", out, *arguments, expect=expect)
        return out
