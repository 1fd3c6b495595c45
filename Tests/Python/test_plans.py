"""No report scans a table within a loop: with a plan that does, a large tenant would take hours."""

import re
import textwrap

from support import ROOT, Sample, read_csv, tenure

PLAN = (("id", "integer"), ("parent", "integer"), ("notused", "integer"), ("detail", "text"))
# Tables of one row.
SINGLE = {("reviews", "SCAN c"), ("guests", "SCAN t LEFT-JOIN"), ("packages", "SCAN t")}


def blocks(text):
    """The names of a report's tables, those made once too, in small letters, and their queries, as the file has them;
    `with` is put before each."""
    shared, name, found = None, None, []
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if table := re.match(r"  - name: ([\w-]+)", line):
            name = table[1].lower()
        if block := re.match(r"( *)(with|sql): \|$", line):
            body = []
            for following in lines[number + 1:]:
                if following.strip() and len(following) - len(following.lstrip()) <= len(block[1]):
                    break
                body.append(following)
            sql = textwrap.dedent("\n".join(body)).strip("\n")
            if block[2] == "with":
                shared = sql
            else:
                found.append((name, sql))
    for name, sql in found:
        if shared:
            own = re.match(r"WITH\s", sql)
            sql = f"WITH\n{shared}{',' + sql[4:] if own else chr(10) + sql}"
        yield name, sql


class Plans(Sample):
    def plans(self, report):
        """The lines of the plan of each table, by `EXPLAIN QUERY PLAN` in a report of one's own."""
        text = (ROOT / f"reports/{report}.yaml").read_text(encoding="utf-8")
        tables = list(blocks(text))
        # What is made once is made here, too.
        before = re.search(r"^parameters:\n.*?(?=^(with|tables):)", text, re.MULTILINE | re.DOTALL)
        columns = "".join(f"      - {{name: {name}, title: T, type: {kind}, doc: D}}\n" for name, kind in PLAN)
        own = f"title: P\ndoc: D\n{before[0] if before else ''}tables:\n" + "".join(
            f"  - name: {name}\n    title: T\n    doc: D\n    sql: |\n"
            + textwrap.indent("EXPLAIN QUERY PLAN " + sql, "      ") + f"\n    columns:\n{columns}"
            for name, sql in tables)
        folder = self.folder / report
        folder.mkdir()
        (folder / "plan.yaml").write_text(own, encoding="utf-8")
        tenure("report", "plan", "--db", self.database, "--as-of", "2026-07-31", "--reports-dir", folder, "--out",
               folder / "out", "--format", "csv")
        for place, (name, _) in enumerate(tables):
            yield name, read_csv(folder / "out" / f"plan{'' if place == 0 else '-' + name}.csv")

    def test_tables_within_loops_are_searched(self):
        seen = 0
        for report in ("changes", "expiring", "guests", "history", "outside", "packages", "reviews"):
            for table, plan in self.plans(report):
                loops = set()
                for line in plan:
                    if not re.match("SCAN|SEARCH", line["detail"]):
                        continue
                    seen += 1
                    scans = line["detail"].startswith("SCAN") and "VIRTUAL TABLE" not in line["detail"]
                    if line["parent"] in loops and scans and (report, line["detail"]) not in SINGLE:
                        self.fail(f"{report}, {table}: {line}")
                    loops.add(line["parent"])
        self.assertGreater(seen, 500)
