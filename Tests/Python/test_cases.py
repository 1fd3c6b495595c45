"""The tenants with their answers in ../shared/cases give the expected rows, in the JSON and in the CSV."""

import json
import pathlib
import tempfile
import unittest

from support import SHARED, read_csv, read_json, tenure
from test_access_files import as_cell

CASES = SHARED / "cases"
MOMENTS = {"first": "2026-06-01T00:00:00Z", "second": "2026-08-01T00:00:00Z"}


@unittest.skipUnless(CASES.is_dir(), f"the cases are not here: {CASES}")
class Cases(unittest.TestCase):
    maxDiff = 4000

    def check(self, name):
        with tempfile.TemporaryDirectory() as folder:
            database = pathlib.Path(folder, "tenure.sqlite")
            for snapshot, moment in MOMENTS.items():
                export = CASES / name / snapshot
                if export.is_dir():
                    tenure("import", export, "--db", database, "--observed-at", moment, expect=(0, 3))
            files = sorted((CASES / name / "expected").glob("access-*.jsonl"))
            self.assertTrue(files)
            for file in files:
                with self.subTest(file=file.name):
                    self.compare(file, database, pathlib.Path(folder, file.stem))

    def compare(self, file, database, out):
        moment = file.stem.removeprefix("access-") + "T00:00:00Z"
        tenure("report", "access", "--db", database, "--as-of", moment, "--scope", "all", "--all",
               "--format", "json,csv", "--out", out, expect=(0, 3))
        expected = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        rows = read_json(out / "access.json")["tables"][0]["rows"]
        cells = read_csv(out / "access.csv")
        self.assertEqual((len(rows), len(cells)), (len(expected), len(expected)))
        for number, (wanted, row, record) in enumerate(zip(expected, rows, cells), 1):
            unsaid = {"why", *wanted.pop("open", [])}
            columns = [column for column in row if column not in unsaid]
            self.assertLessEqual(set(wanted), set(row))
            self.assertEqual(
                {column: row[column] for column in columns},
                {column: wanted.get(column) for column in columns}, f"JSON row {number}")
            self.assertEqual(
                {column: record[column] for column in columns},
                {column: as_cell(wanted.get(column)) for column in columns}, f"CSV row {number}")

    def test_plain(self):
        self.check("plain")

    def test_beta_incomplete(self):
        self.check("beta-incomplete")

    def test_two_snapshots(self):
        self.check("two-snapshots")
