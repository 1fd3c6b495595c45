"""Reports of one's own: as the manual shows them, begun by the program, checked by it."""

import re

from support import ROOT, Sample, read_csv, tenure

MINE = """\
# How many rows each person has.
title: Mine
doc: Mine.
parameters:
  - {name: least, type: int, default: "1", doc: At least so many rows.}
tables:
  - name: mine
    title: Mine
    doc: One row for each person.
    sql: SELECT personName, count(*) AS rows FROM access GROUP BY personName HAVING count(*) >= :least
    needs: [assignment]
    columns:
      - {name: personName, title: Person, type: text, doc: Who.}
      - {name: rows, title: Rows, type: integer, doc: How many.}
charts:
  - {name: most, title: Most, doc: Who has most., kind: bars, table: mine, label: personName, value: rows}
"""


class OwnReports(Sample):
    def test_the_manuals_example_works(self):
        manual = (ROOT / "docs/manual.md").read_text(encoding="utf-8")
        own = self.folder / "reports"
        own.mkdir()
        (own / "ends.yaml").write_text(re.search(r"```yaml\n(.*?)```", manual, re.DOTALL).group(1), encoding="utf-8")
        counts = []
        for days in ("30", "365"):
            out = self.folder / days
            tenure(
                "report", "ends", "--db", self.database, "--as-of", "2026-07-31", "--reports-dir", own,
                "--set", f"days={days}", "--out", out, "--format", "csv,html")
            rows = read_csv(out / "ends.csv")
            self.assertEqual([row["until"] for row in rows], sorted(row["until"] for row in rows))
            counts.append(len(rows))
        self.assertGreater(counts[0], 0)
        self.assertGreater(counts[1], counts[0])

    def own(self, text, name="mine"):
        folder = self.folder / self.id()
        folder.mkdir(exist_ok=True)
        file = folder / f"{name}.yaml"
        file.write_text(text, encoding="utf-8")
        return file

    def check(self, text, *arguments, expect=(1,)):
        return tenure("report", "check", self.own(text), *arguments, expect=expect).stdout

    def test_the_skeleton_has_nothing_wrong_and_runs(self):
        own = self.folder / "begun"
        done = tenure("report", "new", "ends-soon", "--to", own)
        self.assertEqual(done.stdout.strip(), f"{own}/ends-soon.yaml")
        for arguments in ((), ("--db", self.database)):
            self.assertIn("nothing wrong", tenure("report", "check", own / "ends-soon.yaml", *arguments).stdout)
        tenure("report", "ends-soon", "--reports-dir", own, "--db", self.database, "--as-of", "2026-07-31",
               "--set", "days=365", "--out", own / "out")
        self.assertGreater(len(read_csv(own / "out/ends-soon.csv")), 10)

    def test_a_skeleton_is_written_over_nothing(self):
        own = self.folder / "kept"
        own.mkdir()
        (own / "mine.yaml").write_text("my work")
        self.assertIn("mine.yaml", tenure("report", "new", "mine", "--to", own, expect=(2,)).stderr)
        self.assertEqual((own / "mine.yaml").read_text(), "my work")
        for name in ("access", "index", "Capital", "../out", ""):
            tenure("report", "new", name, "--to", own, expect=(2,))
        self.assertEqual([file.name for file in own.iterdir()], ["mine.yaml"])

    def test_the_shipped_reports_have_nothing_wrong(self):
        files = sorted((ROOT / "reports").glob("*.yaml"))
        for arguments in ((), ("--db", self.database)):
            told = tenure("report", "check", *files, *arguments).stdout.splitlines()
            self.assertEqual(told, [f"{file}: nothing wrong" for file in files])

    def test_what_is_wrong_is_told_with_line_and_key(self):
        faults = {
            ("type: integer", "type: number"): r"mine\.yaml:\d+: tables\[0\]\.columns\[1\]\.type: \"number\" is none of",
            ("title: Mine", "titel: Mine"): r"mine\.yaml:2: titel: unknown key",
            ("FROM access", "FORM access"): r"mine\.yaml:10: tables\[0\]\.sql: .*syntax error",
            ("AS rows", "AS lines"): r"mine\.yaml:10: tables\[0\]\.sql: gives the columns personName, lines; the table has",
            (":least", ":most"): r"mine\.yaml:10: tables\[0\]\.sql: .*:most",
            ('default: "1"', "default: one"): r"mine\.yaml:5: parameters\[0\]\.default: \"one\" is no whole number",
            ("needs: [assignment]", "needs: [asignment]"): r"mine\.yaml:11: tables\[0\]\.needs\[0\]: .*\"asignment\"",
            ("value: rows", "value: row"): r"mine\.yaml:\d+: charts\[0\]\.value: .*no column \"row\"",
            ("doc: Mine.", "doc: [Mine."): r"mine\.yaml:\d+: no YAML",
            ("SELECT", "DELETE FROM user; SELECT"): r"mine\.yaml:10: tables\[0\]\.sql: ",
        }
        self.assertIn("nothing wrong", self.check(MINE, expect=(0,)))
        for (right, wrong), fault in faults.items():
            with self.subTest(wrong):
                self.assertIn(right, MINE)
                told = self.check(MINE.replace(right, wrong, 1))
                self.assertRegex(told, fault)
                self.assertEqual(len(told.splitlines()), 1, told)

    def test_every_faulty_query_is_told_at_once(self):
        second = MINE[MINE.index("  - name: mine"):MINE.index("charts:")].replace("mine", "other", 1)
        text = MINE.replace("charts:", second + "charts:").replace("FROM access", "FROM nowhere")
        self.assertEqual(self.check(text).count("nowhere"), 2)

    def test_on_a_database_values_are_held_against_their_types(self):
        text = MINE.replace("count(*) AS rows", "'many' AS rows")
        self.assertIn("nothing wrong", self.check(text, expect=(0,)))
        self.assertRegex(self.check(text, "--db", self.database), r"tables\[0\]\.sql: gives for rows what is no integer")

    def test_checking_changes_nothing_and_a_missing_file_is_no_fault_of_a_report(self):
        before = self.database.read_bytes()
        self.check(MINE, "--db", self.database, expect=(0,))
        self.assertEqual(self.database.read_bytes(), before)
        done = tenure("report", "check", self.folder / "none.yaml", expect=(2,))
        self.assertIn("none.yaml", done.stderr)
