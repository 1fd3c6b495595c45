"""`tenure report` as it is typed: all reports, several, the same twice."""

import re

from support import JULY, ROOT, Sample, read_csv, tenure

NUMBERS = """
title: Numbers
doc: So many rows.
tables:
  - name: numbers
    title: Numbers
    doc: Counted.
    columns:
      - name: number
        title: Number
        type: integer
        doc: One after the other.
    sql: |
      WITH RECURSIVE n (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM n)
      SELECT number FROM n LIMIT COUNT
"""


class ReportCommand(Sample):
    def written(self, *names, expect=(0,)):
        out = self.folder / "-".join(("all", *names))
        tenure("report", *names, "--db", self.database, "--as-of", "2026-07-31", "--out", out, expect=expect)
        return sorted(file.name for file in out.iterdir())

    def test_without_names_all_reports_are_written(self):
        files = self.written()
        for name in ("access", "changes"):
            for ending in ("csv", "html", "json"):
                self.assertIn(f"{name}.{ending}", files)

    def test_reports_do_not_disturb_each_other(self):
        both = self.written("changes", "access", "changes")
        self.assertEqual(both, self.written("access", "changes"))
        alone = self.folder / "alone"
        arguments = ("--db", self.database, "--as-of", "2026-07-31", "--generated-at", "2026-08-01T06:00:00Z")
        tenure("report", "access", "--out", alone, *arguments)
        tenure("report", "changes", "access", "--out", self.folder / "beside", *arguments)
        for file in alone.iterdir():
            self.assertEqual(file.read_bytes(), (self.folder / "beside" / file.name).read_bytes(), file.name)

    def test_timings_tell_how_long_each_stage_took(self):
        for name in ("access", "changes"):
            arguments = ("report", name, "--db", self.database, "--as-of", "2026-07-31", "--out", self.folder / "timed")
            stages = re.findall(r"^(\w+) (\d+\.\d{3}) s$", tenure(*arguments, "--timings").stderr, re.MULTILINE)
            self.assertEqual([stage for stage, _ in stages], ["loading", "resolving", "writing"])
            self.assertNotRegex(tenure(*arguments).stderr, "resolving")

    def test_a_query_of_exactly_as_many_rows_as_go_at_once_ends(self):
        reports = self.folder / "reports"
        reports.mkdir()
        for count in (0, 499, 500, 1000):
            (reports / "numbers.yaml").write_text(NUMBERS.replace("COUNT", str(count)), encoding="utf-8")
            out = self.folder / "numbers"
            tenure("report", "numbers", "--reports-dir", reports, "--db", self.database, "--as-of", "2026-07-31",
                   "--format", "csv", "--out", out)
            self.assertEqual(len(read_csv(out / "numbers.csv")), count)

    def test_a_moment_in_the_future_is_no_observation(self):
        database = self.folder / "future.sqlite"
        done = tenure(
            "import", ROOT / "Samples/contoso/2026-06", "--observed-at", "2999-01-01", "--db", database, expect=(2,))
        self.assertIn("lies in the future", done.stderr)
        self.assertFalse(database.exists())

    def test_an_older_import_does_not_change_what_was_observed_last(self):
        database = self.folder / "older.sqlite"
        tenure("import", ROOT / "Samples/contoso/2026-07", "--observed-at", JULY, "--db", database)
        tenure(
            "import", ROOT / "Samples/contoso/2026-06", "--observed-at", "2026-06-30", "--db", database, expect=(3,))
        done = tenure("report", "access", "--db", database, "--as-of", "2026-07-31", "--out", self.folder / "older")
        self.assertIn(f"observed {JULY}", done.stderr)
        self.assertIn(f"accessPackage            11 objects read, observed {JULY}", tenure("status", "--db", database).stdout)
