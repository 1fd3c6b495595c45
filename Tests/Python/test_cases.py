"""Tenants with their answers: an independent reference says what the rows are, in JSON and in CSV."""

import json
import pathlib
import tempfile
import unittest

from support import SHARED, read_csv, read_json, tenure
from test_access_files import as_cell

CASES = SHARED / "cases"
OBSERVED = {"first": "2026-06-01T00:00:00Z", "second": "2026-08-01T00:00:00Z"}


@unittest.skipUnless(CASES.is_dir(), "the folder shared/cases is not there; TENURE_SHARED can name another")
class Cases(unittest.TestCase):
    maxDiff = 4000

    def test_every_tenant_gives_the_expected_rows(self):
        tenants = sorted(path.parent for path in CASES.glob("*/expected"))
        self.assertTrue(tenants)
        for tenant in tenants:
            with self.subTest(tenant=tenant.name), tempfile.TemporaryDirectory() as folder:
                self.check(tenant, pathlib.Path(folder))

    def check(self, tenant, folder):
        database = folder / "tenure.sqlite"
        for name, moment in OBSERVED.items():
            if (tenant / name).is_dir():
                tenure("import", tenant / name, "--observed-at", moment, "--db", database, expect=(0, 3))
        for expected in sorted((tenant / "expected").glob("access-*.jsonl")):
            day = expected.stem.removeprefix("access-")
            tenure(
                "report", "access", "--db", database, "--as-of", f"{day}T00:00:00Z", "--scope", "all", "--all",
                "--format", "json,csv", "--out", folder / day, expect=(0, 3))
            rows = read_json(folder / day / "access.json")["tables"][0]["rows"]
            cells = read_csv(folder / day / "access.csv")
            lines = [json.loads(line) for line in expected.read_text(encoding="utf-8").splitlines()]
            self.assertEqual(len(rows), len(lines), expected)
            self.assertEqual(len(cells), len(lines), expected)
            for place, (line, row, cell) in enumerate(zip(lines, rows, cells)):
                self.compare(f"{expected.name}, row {place + 1}", line, row, cell)

    def compare(self, place, line, row, cell):
        left_open = set(line.pop("open", [])) | {"why"}
        names = [name for name in row if name not in left_open]
        self.assertLessEqual(set(line), set(row), place)
        self.assertEqual({name: row[name] for name in names}, {name: line.get(name) for name in names}, place)
        self.assertEqual({name: cell[name] for name in names}, {name: as_cell(line.get(name)) for name in names}, place)
