"""The sample's page in a browser: nothing leaves it, axe finds nothing, it works by hand and on paper."""

import pathlib
import re
import subprocess
import sys
import unittest

from support import ROOT, Sample, tenure

CHROMIUM = pathlib.Path("/usr/bin/chromium")

DECIDE = """
title: To decide
doc: What guests hold.
attestation: I reviewed the access above; it is appropriate as marked.
tables:
  - name: grants
    title: Grants of guests
    doc: One row for each grant.
    sql: >-
      SELECT personName, resourceName, role, until, untilKind, 'https://example.org/' || position AS page,
        NULL AS decision, NULL AS reason
      FROM access WHERE external ORDER BY position
    columns:
      - {name: personName, title: Person, type: text, doc: Who., shown: true}
      - {name: resourceName, title: Resource, type: text, doc: What., shown: true, below: [role]}
      - {name: role, title: Role, type: text, doc: As what.}
      - {name: until, title: Until, type: instant, doc: When it ends., shown: true, stands: untilKind}
      - {name: untilKind, title: Kind of end, type: word, doc: How it ends., words: {never: does not end, open: no end set}}
      - {name: page, title: Page, type: link, doc: Where it is asked for., shown: true}
      - {name: decision, title: Decision, type: text, doc: What you decide., entry: [Keep, Remove, Don't know]}
      - {name: reason, title: Reason, type: text, doc: Why., entry: text}
  - name: months
    title: Ends by month
    doc: How many grants end in each month.
    sql: >-
      SELECT coalesce(substr(until, 1, 7), untilKind) AS month, "grant" AS kind, count(*) AS grants
      FROM access GROUP BY 1, 2 ORDER BY 1, 2
    columns:
      - {name: month, title: Month, type: text, doc: When., shown: true}
      - {name: kind, title: Kind, type: word, doc: How., shown: true, words: {package: by a package, direct: directly}, marked: [direct]}
      - {name: grants, title: Grants, type: integer, doc: How many., shown: true}
  - name: ways
    title: Ways
    doc: Over which groups.
    sql: >-
      SELECT personName, (SELECT json_group_array(json(step)) FROM (
          SELECT json_object('id', a.personId, 'name', a.personName) AS step
          UNION ALL SELECT value FROM json_each(a.via)
          UNION ALL SELECT json_object('id', a.resourceId, 'name', a.resourceName))) AS way
      FROM access a WHERE json_array_length(via) > 0 ORDER BY position
    columns:
      - {name: personName, title: Person, type: text, doc: Who., shown: true}
      - {name: way, title: Way, type: path, doc: Over what., shown: true}
charts:
  - {name: months, title: Ends by month, doc: By kind., kind: columns, table: months, label: month, value: grants, series: kind}
  - {name: kinds, title: Kinds, doc: By month., kind: bars, table: months, label: kind, value: grants}
  - {name: ways, title: Ways, doc: To the resources., kind: paths, table: ways, label: way}
"""

# The sample's rows again and again, so that there are more than stand in the page's table.
MANY = """
title: Many
doc: More rows than stand in the table.
tables:
  - name: many
    title: Many
    doc: The rows of access, several times.
    sql: >-
      WITH RECURSIVE times(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM times WHERE n < 100)
      SELECT COLUMNS FROM times CROSS JOIN access ORDER BY n, position LIMIT 2500
    columns:
      - from: access
"""


@unittest.skipUnless(CHROMIUM.exists(), "no chromium here")
class Page(Sample):
    def check(self, page, csv):
        done = subprocess.run(
            [sys.executable, ROOT / "Tests/Python/check_page.py", page, csv],
            capture_output=True, text=True, timeout=900)
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_a_browser_finds_no_fault(self):
        out = self.report("--as-of", "2026-07-31", "--format", "html,csv")
        self.check(out / "access.html", out / "access.csv")

    def test_a_browser_finds_no_fault_with_rows_that_are_kept_as_text(self):
        own = self.folder / "reports"
        own.mkdir(exist_ok=True)
        columns = re.findall(r"^      - name: (\w+)", (ROOT / "reports/access.yaml").read_text(), re.MULTILINE)
        (own / "many.yaml").write_text(MANY.replace("COLUMNS", ", ".join(f'"{name}"' for name in columns)))
        out = self.folder / "many"
        tenure(
            "report", "many", "--db", self.database, "--as-of", "2026-07-31", "--reports-dir", own, "--out", out,
            "--format", "html,csv", "--page-rows", "10000")
        page = (out / "many.html").read_text(encoding="utf-8")
        self.assertEqual(page.count("<tr><td"), 1000)
        self.assertEqual(page.count('<script type="text/plain"'), 2)
        self.check(out / "many.html", out / "many.csv")

    def test_a_browser_finds_no_fault_with_pictures_and_room_to_decide(self):
        own = self.folder / "reports"
        own.mkdir(exist_ok=True)
        (own / "decide.yaml").write_text(DECIDE, encoding="utf-8")
        out = self.folder / "decide"
        tenure(
            "report", "decide", "--db", self.database, "--as-of", "2026-07-31", "--reports-dir", own, "--out", out,
            "--format", "html,csv")
        self.check(out / "decide.html", out / "decide.csv")
