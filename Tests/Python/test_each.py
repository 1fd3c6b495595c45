"""Reports about somebody, and reports that are written once for each of a list, from files of one's own."""

import pathlib

from support import Sample, read_csv, read_json, tenure

PARTS = """
title: Part
doc: One department each.
parameters:
  - {name: part, type: text, doc: "Which department, or all."}
  - {name: kinds, type: list, values: [guest, member], default: "member,guest", doc: Of whom.}
once:
  - name: partRow
    index: [department]
    sql: |
      SELECT a.position, coalesce(a.department, 'none') AS department, k.key AS rank
      FROM access a JOIN json_each(:kinds) k ON k.value = a.personType
each:
  parameter: part
  summary: parts
  sql: SELECT DISTINCT department AS id, department AS name FROM partRow ORDER BY department
tables:
  - name: rows
    title: Rows
    doc: Rows of the department.
    sql: |
      SELECT p.department, a.personName, p.rank FROM partRow p JOIN access a ON a.position = p.position
      WHERE p.department = :part ORDER BY a.position
    columns:
      - {name: department, title: Department, type: text, doc: Which.}
      - {name: personName, title: Person, type: text, doc: Who.}
      - {name: rank, title: Rank, type: integer, doc: Place of the kind among those asked for.}
"""

SUMMARY = """
title: Parts
doc: What was written.
parameters:
  - {name: kinds, type: list, values: [guest, member], default: "member,guest", doc: Of whom.}
once:
  - from: part
tables:
  - name: parts
    title: Parts
    doc: One for each department.
    sql: |
      SELECT p.department, count(*) AS count, w.file FROM partRow p
      LEFT JOIN writtenFiles w ON w.report = 'part' AND w.id = p.department
      GROUP BY p.department ORDER BY p.department
    columns:
      - {name: department, title: Department, type: text, doc: Which.}
      - {name: count, title: Rows, type: integer, doc: How many.}
      - {name: file, title: File, type: link, doc: Where.}
"""

WHO = """
title: Somebody
doc: Rows of one person.
parameters:
  - {name: person, type: person, doc: Whom it is about.}
tables:
  - name: rows
    title: Rows
    doc: Rows of the person.
    sql: SELECT :person AS id, count(*) AS count FROM access WHERE personId = :person
    columns:
      - {name: id, title: Id, type: id, doc: Who.}
      - {name: count, title: Rows, type: integer, doc: How many.}
"""


class Each(Sample):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.reports = cls.folder / "reports"
        cls.reports.mkdir()
        for name, text in (("part", PARTS), ("parts", SUMMARY), ("who", WHO)):
            (cls.reports / f"{name}.yaml").write_text(text, encoding="utf-8")

    def written(self, *arguments, expect=(0,)):
        self.out = self.folder / self.id()
        return tenure("report", *arguments, "--reports-dir", self.reports, "--db", self.database,
                      "--as-of", "2026-07-31", "--out", self.out, expect=expect)

    def change(self, name, old, new):
        path = self.reports / name
        text = path.read_text(encoding="utf-8")
        self.assertIn(old, text)
        path.write_text(text.replace(old, new), encoding="utf-8")
        self.addCleanup(path.write_text, text, encoding="utf-8")

    def test_for_all_each_gets_files_and_the_summary_links_them(self):
        self.written("part", "--set", "part=all")
        rows = read_csv(self.out / "parts.csv")
        self.assertGreater(len(rows), 5)
        for row in rows:
            page = self.out / row["file"]
            self.assertTrue(page.is_file(), row)
            own = read_csv(page.with_suffix(".csv"))
            self.assertEqual([one["department"] for one in own], [row["department"]] * int(row["count"]))
            report = read_json(page.with_suffix(".json"))["report"]
            self.assertEqual((report["name"], report["title"]), ("part", f"Part: {row['department']}"))
        self.assertEqual({file.stem for file in (self.out / "part").iterdir()}, {pathlib.Path(row["file"]).stem for row in rows})

    def test_for_one_there_are_its_files_only(self):
        self.written("part", "--set", "part=Sales", "--set", "kinds=guest,member", "--format", "csv")
        self.assertEqual([file.name for file in self.out.rglob("*.csv")], ["part-sales-sales.csv"])
        rows = read_csv(self.out / "part/part-sales-sales.csv")
        self.assertEqual({row["rank"] for row in rows}, {"1"})

    def test_without_saying_for_whom_nothing_is_written(self):
        self.assertIn("parameter part of the report part: must be given", self.written("part", expect=(2,)).stderr)
        self.assertIn('there is nothing for "Salt"', self.written("part", "--set", "part=Salt", expect=(2,)).stderr)

    def test_a_list_is_of_its_values(self):
        for said in ("guest,", "gast", "", "guest;member"):
            done = self.written("part", "--set", "part=all", "--set", f"kinds={said}", expect=(2,))
            self.assertIn("is no list of some of guest, member", done.stderr)

    def test_what_a_report_rests_on_reads_and_does_nothing_else(self):
        for sql in ("DELETE FROM user", "SELECT 1 AS department; SELECT 2", "ATTACH 'x' AS y", "PRAGMA user_version"):
            self.change("part.yaml", PARTS[PARTS.index("SELECT a.position"):PARTS.index("each:")], f"{sql}\n")
            self.assertIn("partRow", self.written("part", "--set", "part=all", expect=(2,)).stderr)
            self.doCleanups()
        for name in ("user", "access", "USERS"):
            self.change("part.yaml", "name: partRow", f"name: {name}")
            self.assertIn(f"the name {name} is taken", self.written("part", "--set", "part=all", expect=(2,)).stderr)
            self.doCleanups()

    def test_a_person_is_found_by_id_name_and_mail(self):
        def found(text):
            self.written("who", "--person", text, "--format", "csv,json")
            [row] = read_csv(self.out / "who.csv")
            return row["id"]

        id = found("Mira Castellan")
        self.assertEqual(read_json(self.out / "who.json")["report"]["parameters"], {"person": f"Mira Castellan ({id})"})
        self.assertEqual(read_json(self.out / "who.json")["report"]["title"], "Somebody: Mira Castellan")
        for text in (id, id.upper(), "mira castellan", "mira.castellan@fabrikam.example", "castell" + "an"):
            self.assertEqual(found(text), id)

    def test_whoever_holds_nothing_is_found_too(self):
        # An account without access, one that only asked, and one in the recycle bin.
        for name in ("Sanne Visser", "Bjorn Aune", "Leon Adler"):
            self.written("who", "--set", f"person={name}", "--format", "csv")
            self.assertEqual(read_csv(self.out / "who.csv")[0]["count"], "0")

    def test_an_unclear_name_lists_what_it_can_mean(self):
        done = self.written("who", "--person", "an", expect=(2,))
        self.assertIn('"an" can be any of', done.stderr)
        self.assertGreater(len(done.stdout.splitlines()), 5)
        self.assertNotIn("\x1b", done.stdout)
        done = self.written("who", "--person", "Nobody Atall", expect=(2,))
        self.assertIn('nothing has the id or name "Nobody Atall"', done.stderr)
        self.assertEqual(done.stdout, "")

    def test_a_parameter_that_no_report_has_is_refused(self):
        self.assertIn("no such parameter",
                      self.written("who", "--person", "Mira Castellan", "--set", "kind=x", expect=(2,)).stderr)
        self.written("who", "access", "--person", "Mira Castellan", "--format", "csv")
        self.assertTrue(read_csv(self.out / "access.csv"))
