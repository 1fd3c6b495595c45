"""`tenure report` without names: a folder of reports with an index that links them."""

import json
import pathlib
import re
import subprocess
import sys
import unittest
from xml.etree import ElementTree

import openpyxl

from snapshots import SAID
from support import JULY, ROOT, Sample, read_csv, read_json, tenure

CHROMIUM = pathlib.Path("/usr/bin/chromium")
MOMENTS = ("--as-of", "2026-07-31", "--generated-at", "2026-08-01T06:00:00Z")
XHTML = "{http://www.w3.org/1999/xhtml}"
HOSTILE = "=cmd|'/c calc'!A1\"><script>alert(1)</script>\u202e&amp;\n]]>-->"

ASKING = """
title: One thing
doc: About one thing.
parameters:
  - {name: thing, type: text, doc: Which thing.}
tables:
  - name: one
    title: One
    doc: It.
    sql: SELECT :thing AS thing
    columns:
      - {name: thing, title: Thing, type: text, doc: It.}
"""
FAILING = """
title: Late fault
doc: Its last row is no number.
order: 100000
tables:
  - name: late
    title: Late
    doc: It.
    sql: SELECT 'word' AS number
    columns:
      - {name: number, title: Number, type: integer, doc: It.}
"""


def page(path):
    """The page as XML, which it is."""
    return ElementTree.parse(path).getroot()


def text(element):
    return " ".join("".join(element.itertext()).split())


def links(root):
    """Those of the page itself: an address that the data holds says that it leads away, and tells nobody from where."""
    return [link.get("href") for link in root.iter(f"{XHTML}a") if link.get("rel") != "noreferrer"]


def contents(folder):
    return {file.name: file.read_bytes() for file in folder.iterdir()}


class PackTests(Sample):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.pack = cls.folder / "pack"
        cls.done = tenure("report", "--db", cls.database, "--out", cls.pack, *MOMENTS)
        cls.pages = sorted(cls.pack.glob("*.html"))
        cls.list = read_json(cls.pack / "index.json")
        # Those that a pack leaves out must say the same of themselves.
        cls.asked = cls.folder / "asked"
        for report in cls.list["leftOut"]:
            said = [part for setting in SAID[report["name"]] for part in ("--set", setting)]
            tenure("report", report["name"], "--db", cls.database, "--out", cls.asked, *MOMENTS, *said)
        cls.all_pages = cls.pages + sorted(cls.asked.rglob("*.html"))

    def test_every_link_of_every_page_leads_somewhere_in_the_folder(self):
        for file in self.pages:
            root = page(file)
            ids = {element.get("id") for element in root.iter()}
            for link in links(root):
                if link.startswith("#"):
                    self.assertIn(link[1:], ids, file.name)
                else:
                    self.assertRegex(link, r"^[a-z0-9.-]+$", file.name)
                    self.assertTrue((self.pack / link).is_file(), f"{file.name}: {link}")

    def test_the_index_links_all_that_was_written_and_nothing_else(self):
        linked = {link for link in links(page(self.pack / "index.html")) if not link.startswith("#")}
        written = {file.name for file in self.pack.iterdir()}
        self.assertEqual(linked, written - {"index.html"})
        listed = [name for report in self.list["reports"] for name in report["files"]]
        self.assertEqual(set(listed) | {"tenure.xlsx"}, written - {"index.html", "index.json"})
        self.assertEqual(len(listed), len(set(listed)))
        self.assertEqual({pathlib.Path(line).name for line in self.done.stdout.splitlines()}, written)

    def test_it_holds_every_report_that_asks_for_nothing_in_their_order(self):
        names = [line.split()[0] for line in tenure("report", "--list").stdout.splitlines()]
        told = [report["name"] for report in self.list["reports"]]
        left = [report["name"] for report in self.list["leftOut"]]
        self.assertEqual(sorted(told + left), sorted(names))
        self.assertEqual(told, [name for name in names if name in told])
        self.assertLessEqual({"access", "changes", "history"}, set(told))

    def test_the_counts_of_the_index_are_those_of_the_csv(self):
        entries = list(page(self.pack / "index.html").iter(f"{XHTML}li"))
        for report in self.list["reports"]:
            files = [name for name in report["files"] if name.endswith(".csv")]
            counts = [len(read_csv(self.pack / name)) for name in files]
            self.assertEqual([table["rowCount"] for table in report["tables"]], counts, report["name"])
            self.assertEqual([table["csv"] for table in report["tables"]], files)
            entry = next(entry for entry in entries if f"{report['name']}.csv" in links(entry))
            self.assertEqual(
                [text(fact) for fact in entry.iter(f"{XHTML}dd")],
                [f"{count:,} row{'s' * (count != 1)}" if count else "no rows" for count in counts])

    def test_the_workbook_has_every_row_of_every_table(self):
        book = openpyxl.load_workbook(self.pack / self.list["workbook"], read_only=True)
        rows = {sheet.title: sum(1 for _ in sheet.iter_rows(values_only=True)) - 1 for sheet in book.worksheets[1:]}
        self.assertEqual(
            list(rows.values()), [table["rowCount"] for report in self.list["reports"] for table in report["tables"]])
        self.assertIn("access", rows)

    def test_every_page_says_of_whom_when_how_whole_and_what_is_not_covered(self):
        document = read_json(self.pack / "access.json")["report"]
        self.assertGreater(len(self.all_pages), len(self.pages))
        for file in self.all_pages:
            root = page(file)
            said = text(root.find(f"{XHTML}body"))
            times = {element.get("datetime") for element in root.iter(f"{XHTML}time")}
            self.assertIn(document["tenant"]["name"], said, file.name)
            self.assertIn(document["tenant"]["id"], said, file.name)
            self.assertLessEqual({"2026-07-31T23:59:59Z", JULY, "2026-08-01T06:00:00Z"}, times, file.name)
            facts = {text(fact[0]): text(fact[1]) for fact in root.iter(f"{XHTML}div")
                     if len(fact) == 2 and fact[0].tag == f"{XHTML}dt"}
            self.assertRegex(facts["Complete"], "^(yes|no)", file.name)
            for place in self.list["pack"]["notCovered"]:
                self.assertIn(place, said, file.name)

    def test_every_page_says_how_many_rows_it_shows_and_what_its_columns_mean(self):
        for file in self.all_pages:
            if file.name == "index.html":
                continue
            said = text(page(file).find(f"{XHTML}body"))
            for table in read_json(file.with_suffix(".json"))["tables"]:
                count = f"{table['rowCount']:,} row" if table["rowCount"] else "no rows"
                self.assertRegex(said, re.escape(table["title"]) + r"\W*" + count, file.name)
                for column in table["columns"]:
                    self.assertIn(" ".join(column["doc"].split()), said, file.name)

    def test_the_pages_lead_back_to_the_index_and_a_report_alone_does_not(self):
        for file in self.pages:
            self.assertEqual("index.html" in links(page(file)), file.name != "index.html", file.name)
        alone = self.report("--format", "html", *MOMENTS)
        self.assertNotIn("index.html", links(page(alone / "access.html")))

    def test_no_page_lets_anything_run_but_its_own_script(self):
        for file in self.all_pages:
            policy = next(meta.get("content") for meta in page(file).iter(f"{XHTML}meta")
                          if meta.get("http-equiv") == "Content-Security-Policy")
            self.assertIn("default-src 'none'", policy, file.name)
            self.assertNotIn("unsafe", policy, file.name)

    def test_the_same_moments_give_the_same_bytes(self):
        again = self.folder / "again"
        tenure("report", "--db", self.database, "--out", again, *MOMENTS)
        self.assertEqual(contents(self.pack), contents(again))

    @unittest.skipUnless(CHROMIUM.exists(), "no chromium here")
    def test_a_browser_finds_no_fault(self):
        done = subprocess.run(
            [sys.executable, ROOT / "Tests/Python/check_pack.py", self.pack, self.asked],
            capture_output=True, text=True, timeout=1800)
        self.assertEqual(done.returncode, 0, done.stderr)


class PackFolderTests(Sample):
    """What a run leaves in the folder, whatever was there and however it ends."""

    def own(self, **reports):
        folder = self.folder / f"{self.id()}-own"
        folder.mkdir()
        for name, yaml in reports.items():
            (folder / f"{name}.yaml").write_text(yaml, encoding="utf-8")
        return folder

    def write(self, out, *arguments, expect=(0,)):
        return tenure("report", "--db", self.database, "--out", out, *MOMENTS, *arguments, expect=expect)

    def test_a_run_that_fails_leaves_the_pack_before_as_it_was(self):
        out = self.folder / self.id()
        self.write(out, "--format", "csv")
        before = contents(out)
        done = self.write(out, "--reports-dir", self.own(late=FAILING), expect=(2,))
        self.assertIn("late", done.stderr)
        self.assertEqual(contents(out), before)

    def test_what_else_is_in_the_folder_stays_and_is_told(self):
        out = self.folder / self.id()
        self.write(out, "--format", "csv,html")
        (out / "notes.txt").write_text("mine")
        (out / "late.csv").write_text("of another pack")
        done = self.write(out, "--format", "csv")
        self.assertEqual((out / "notes.txt").read_text(), "mine")
        self.assertEqual((out / "late.csv").read_text(), "of another pack")
        note = next(line for line in done.stderr.splitlines() if "late.csv" in line)
        self.assertIn("access.html", note)
        self.assertNotIn("access.csv", note)
        self.assertNotIn("index", note)
        self.assertNotIn("access.html", (out / "index.html").read_text(encoding="utf-8"))

    def test_what_a_killed_run_left_behind_is_not_taken_into_the_pack(self):
        out = self.folder / self.id()
        (out / ".pack.part").mkdir(parents=True)
        (out / ".pack.part/stranger.csv").write_text("half")
        self.write(out, "--format", "csv")
        self.assertFalse([file.name for file in out.iterdir() if file.name.startswith(".") or "stranger" in file.name])

    def test_a_report_that_asks_is_left_out_and_the_index_says_how_to_get_it(self):
        out = self.folder / self.id()
        own = self.own(one=ASKING)
        done = self.write(out, "--reports-dir", own, "--format", "csv")
        self.assertIn("left out: one", done.stderr)
        self.assertFalse((out / "one.csv").exists())
        self.assertIn("tenure report one --set thing=…", text(page(out / "index.html")))
        left = {report["name"]: report for report in read_json(out / "index.json")["leftOut"]}
        self.assertEqual(left["one"]["command"], "tenure report one --set thing=…")
        self.write(out, "--reports-dir", own, "--format", "csv", "--set", "thing=it")
        self.assertEqual(read_csv(out / "one.csv"), [{"thing": "it"}])

    def test_a_setting_that_no_report_has_is_refused(self):
        done = self.write(self.folder / self.id(), "--set", "nonsense=1", expect=(2,))
        self.assertIn("nonsense", done.stderr)

    def test_with_one_snapshot_there_is_no_comparison(self):
        out = self.folder / self.id()
        done = tenure("report", "--db", self.database, "--as-of", "2026-07-01", "--out", out)
        self.assertIn("left out: changes", done.stderr)
        self.assertIn("changes", [report["name"] for report in read_json(out / "index.json")["leftOut"]])

    def test_a_hostile_tenant_does_no_harm_and_what_is_missing_is_said(self):
        exports = self.folder / "hostile"
        exports.mkdir()
        organization = {"id": "0f0f0f0f-1111-2222-3333-444444444444", "displayName": HOSTILE, "verifiedDomains": []}
        (exports / "organization.json").write_text(json.dumps(
            {"@odata.context": "https://graph.microsoft.com/v1.0/$metadata#organization", "value": [organization]}))
        database = self.folder / "hostile.sqlite"
        tenure("import", exports, "--observed-at", "2026-06-30", "--db", database)
        out = self.folder / self.id()
        tenure("report", "--db", database, "--as-of", "2026-07-31", "--out", out, expect=(3,))
        root = page(out / "index.html")
        self.assertFalse(list(root.iter(f"{XHTML}script")))
        said = text(root)
        self.assertIn("<script>alert(1)</script>", said)
        self.assertIn("not complete", said)
        self.assertRegex(said, "assignments of packages: not imported")
        for pack_file in out.glob("*.json"):
            json.loads(pack_file.read_text(encoding="utf-8"))
