"""The files of the access report, read by others' programs."""

import json
import re

import jsonschema

from support import ROOT, Sample, read_csv, read_json, tenure


def as_cell(value):
    """A JSON value as CSV writes it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return " > ".join(step["name"] or step["id"] for step in value)
    return str(value)


class AccessFiles(Sample):
    def rows(self, *arguments):
        out = self.report("--as-of", "2026-07-31", *arguments)
        return read_csv(out / "access.csv"), read_json(out / "access.json")

    def test_csv_and_json_agree_cell_for_cell(self):
        cells, document = self.rows("--format", "csv,json", "--scope", "all", "--all")
        rows = document["tables"][0]["rows"]
        self.assertGreater(len(rows), 100)
        self.assertEqual(len(rows), document["tables"][0]["rowCount"])
        expected = [{name: as_cell(value) for name, value in row.items()} for row in rows]
        self.assertEqual(cells, expected)

    def test_json_keeps_its_schema(self):
        _, document = self.rows("--format", "csv,json")
        schema = json.loads(tenure("report", "describe", "access", "--schema").stdout)
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.Draft202012Validator(schema).validate(document)

    def test_same_moments_give_the_same_bytes(self):
        arguments = ("--as-of", "2026-07-31", "--generated-at", "2026-08-01T06:00:00Z")
        first = self.report(*arguments)
        before = {file.name: file.read_bytes() for file in first.iterdir()}
        second = self.report(*arguments)
        self.assertEqual(before, {file.name: file.read_bytes() for file in second.iterdir()})
        self.assertEqual(set(before), {"access.csv", "access.html", "access.json", "access.xlsx"})

    def test_the_guest_who_asked_for_the_application(self):
        rows, _ = self.rows("--format", "csv,json")
        row = next(row for row in rows if row["personName"] == "Mira Castellan" and row["role"] == "Default Access")
        self.assertEqual(row["resourceName"], "App4Guest")
        self.assertEqual(row["packageName"], "Invited users package")
        self.assertEqual(row["policyName"], "Initial")
        self.assertEqual(row["requestedAt"][:10], "2026-07-24")
        self.assertEqual(row["approval"], "notRequired")
        self.assertEqual((row["startsAt"], row["until"]), ("2026-07-24T09:13:25Z", "2026-08-07T09:13:25Z"))
        self.assertEqual(row["inEffect"], "yes")
        self.assertRegex(row["why"], r"^Asked for on 2026-07-24 by Mira Castellan .*14 days after the start\.$")

    def test_earlier_moment_shows_the_earlier_state(self):
        july, _ = self.rows("--format", "csv,json")
        june = read_csv(self.report("--as-of", "2026-07-01", "--format", "csv") / "access.csv")
        self.assertNotIn("Mira Castellan", {row["personName"] for row in june if row["packageName"]})
        self.assertIn("Mira Castellan", {row["personName"] for row in july if row["packageName"]})
        self.assertTrue(all(row["observedAt"] <= "2026-06-30T22:00:00Z" for row in june))

    def test_before_the_first_snapshot_is_an_error_that_names_it(self):
        done = tenure(
            "report", "access", "--db", self.database, "--as-of", "2026-05-31", "--out", self.folder / "none",
            expect=(2,))
        self.assertIn("2026-06-30T22:00:00Z", done.stderr)
        self.assertEqual(done.stdout, "")

    def test_as_a_query_the_report_is_the_same_to_the_byte(self):
        out = self.folder / "own"
        own = self.folder / "reports"
        own.mkdir(exist_ok=True)
        text = (ROOT / "reports/access.yaml").read_text(encoding="utf-8")
        names = re.findall(r"^      - name: (\w+)", text, re.MULTILINE)
        query = ", ".join(f'"{name}"' for name in names)
        sql = f"    sql: SELECT {query} FROM access ORDER BY position\n"
        (own / "access.yaml").write_text(text.replace("    columns:\n", sql + "    columns:\n", 1), encoding="utf-8")
        arguments = ("--as-of", "2026-07-31", "--generated-at", "2026-08-01T06:00:00Z", "--scope", "all", "--all")
        resolved = self.report(*arguments)
        tenure("report", "access", "--db", self.database, "--out", out, "--reports-dir", own, *arguments)
        for file in resolved.iterdir():
            self.assertEqual(file.read_bytes(), (out / file.name).read_bytes(), file.name)

    def test_a_report_of_ones_own_cannot_write(self):
        own = self.folder / "hostile"
        own.mkdir(exist_ok=True)
        for sql in ("DELETE FROM user", "ATTACH 'x' AS y", "PRAGMA user_version = 7", "SELECT 1 AS a; SELECT 2"):
            (own / "mine.yaml").write_text(
                "title: Mine\ndoc: mine\ntables:\n  - name: mine\n    title: Mine\n    doc: mine\n"
                f"    sql: {json.dumps(sql)}\n"
                "    columns:\n      - {name: a, title: A, type: integer, doc: a}\n", encoding="utf-8")
            done = tenure(
                "report", "mine", "--db", self.database, "--out", self.folder / "none", "--reports-dir", own,
                expect=(2,))
            self.assertIn("the query of the table mine in the report mine", done.stderr, sql)
