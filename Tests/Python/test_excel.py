"""Excel files as openpyxl and LibreOffice read them, beside the same report's JSON and CSV."""

import datetime
import json
import pathlib
import shutil
import subprocess
import unittest
import zipfile

import openpyxl

from disks import small_disk
from support import TENURE, Sample, read_csv, read_json, tenure
from workbooks import HOSTILE, by_libreoffice, column, legend, own_report, quoted

AT = ("--as-of", "2026-07-31", "--generated-at", "2026-08-01T06:00:00Z")


class Excel(Sample):
    def own(self, *arguments, formats="xlsx", name="mine", expect=(0,)):
        out = self.folder / self.id()
        tenure("report", name, "--reports-dir", self.folder / "own", "--db", self.database, "--out", out, "--format",
               formats, *AT, *arguments, expect=expect)
        return out

    def test_each_cell_says_what_json_says(self):
        out = self.report(*AT, "--scope", "all", "--all", "--format", "xlsx,json")
        workbook = openpyxl.load_workbook(out / "access.xlsx")
        self.assertEqual(workbook.sheetnames, ["About", "access"])
        header, *rows = workbook["access"].iter_rows()
        columns = legend(workbook)
        document = read_json(out / "access.json")["tables"][0]
        self.assertEqual([cell.value for cell in header], [one["title"] for one in document["columns"]])
        self.assertEqual(len(rows), document["rowCount"])
        kinds = {one["name"]: one["type"] for one in document["columns"]}
        for cells, row in zip(rows, document["rows"]):
            for title, cell in zip(header, cells):
                name, words = columns[title.value]
                value, expected = cell.value, row[name]
                if kinds[name] == "instant" and value is not None:
                    self.assertTrue(cell.is_date)
                    value = value.replace(tzinfo=datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
                elif kinds[name] == "word":
                    value = words.get(value, value)
                elif kinds[name] == "path" and expected is not None:
                    expected = " > ".join(step["name"] or step["id"] for step in expected) or None
                elif kinds[name] in ("boolean", "integer") and value is not None:
                    self.assertEqual(cell.data_type, {"boolean": "b", "integer": "n"}[kinds[name]])
                self.assertEqual(value, expected if expected != "" else None, name)

    def test_rows_can_be_worked_with(self):
        out = self.report(*AT, "--format", "xlsx,json")
        workbook = openpyxl.load_workbook(out / "access.xlsx")
        sheet, document = workbook["access"], read_json(out / "access.json")["tables"][0]
        self.assertEqual(sheet.freeze_panes, "A2")
        self.assertEqual(sheet.auto_filter.ref, sheet.dimensions)
        self.assertFalse(sheet.protection.sheet)
        for cell, told in zip(sheet[1], document["columns"]):
            self.assertIn(told["doc"], cell.comment.text)
            self.assertIn(told["name"], cell.comment.text)
        widths = {cell.value: sheet.column_dimensions[cell.column_letter] for cell in sheet[1]}
        self.assertTrue(widths["Person id"].hidden)
        self.assertEqual(sheet["B1"].hyperlink.location, "'About'!A1")
        self.assertIn("'access'!A1", [cell.hyperlink.location for cell in workbook["About"]["A"] if cell.hyperlink])
        self.assertEqual(workbook.properties.created, datetime.datetime(2026, 8, 1, 6))

    def test_about_says_what_the_page_says(self):
        out = self.report(*AT, "--format", "xlsx,json")
        report = read_json(out / "access.json")
        cells = [cell.value for row in openpyxl.load_workbook(out / "access.xlsx")["About"].iter_rows() for cell in row]
        told = report["report"]
        for text in (told["title"], told["doc"], told["tenant"]["name"], told["tenant"]["id"],
                     "resources that a catalog or package names, applications with assignments, directory roles",
                     report["tables"][0]["rowCount"], datetime.datetime(2026, 7, 31, 22), "Azure resource roles"):
            self.assertIn(text, cells)

    def test_what_is_missing_is_said(self):
        database = self.folder / "little.sqlite"
        users = self.folder / "little"
        users.mkdir()
        (users / "users.json").write_text('{"value": [{"id": "u1", "displayName": "Ann", "userPrincipalName": "a@b"}]}')
        tenure("import", users, "--observed-at", "2026-07-01", "--db", database)
        out = self.folder / "missing"
        tenure("report", "access", "--db", database, "--format", "xlsx", "--out", out, expect=(3,))
        cells = [row[1].value or "" for row in openpyxl.load_workbook(out / "access.xlsx")["About"].iter_rows()]
        self.assertTrue(any(str(text).startswith("no: ") for text in cells))
        self.assertIn("assignments of packages: not imported", " ".join(map(str, cells)))

    @unittest.skipUnless(shutil.which("soffice"), "no LibreOffice here")
    def test_libreoffice_reads_the_cells_of_the_csv(self):
        out = self.report(*AT, "--scope", "all", "--all", "--format", "xlsx,csv,json")
        kinds = {one["name"]: one["type"] for one in read_json(out / "access.json")["tables"][0]["columns"]}
        columns = legend(openpyxl.load_workbook(out / "access.xlsx"))
        header, *shown = by_libreoffice(out / "access.xlsx")["access"]
        rows = read_csv(out / "access.csv")
        self.assertEqual(len(shown), len(rows))
        for cells, row in zip(shown, rows):
            for title, value in zip(header, cells):
                name, words = columns[title]
                expected = row[name].replace("\r\n", "\n")
                if kinds[name] == "instant":
                    value = value and value.replace(" ", "T") + "Z"
                elif value in ("TRUE", "FALSE"):
                    value = value.lower()
                self.assertEqual(words.get(value, value), expected, name)

    def test_no_text_is_a_formula_or_a_link(self):
        rows = " UNION ALL ".join(f"SELECT {n} AS n, {quoted(text)} AS name" for n, text in enumerate(HOSTILE))
        own_report(self.folder / "own", "mine", [column("n", "integer"), column("name", "text"), column("place", "link"),
                                                 column("id", "id"), column("word", "word", words={"open": "no end set"})],
                   f"SELECT n, name, name AS place, name AS id, name AS word FROM ({rows}) ORDER BY n")
        out = self.own()
        sheet = openpyxl.load_workbook(out / "mine.xlsx")["mine"]
        for text, cells in zip(HOSTILE, sheet.iter_rows(min_row=2)):
            for cell in cells[1:]:
                self.assertEqual(cell.data_type, "s")
                self.assertEqual(cell.value.replace("_x005F_", "_"), text)
                is_address = cell.column == 3 and text.startswith("https://") and cell.value.isascii()
                self.assertEqual(cell.hyperlink is not None, is_address, text)
        with zipfile.ZipFile(out / "mine.xlsx") as file:
            for name in file.namelist():
                self.assertNotIn(b"<f>", file.read(name), name)

    @unittest.skipUnless(shutil.which("soffice"), "no LibreOffice here")
    def test_libreoffice_reads_hostile_text_as_it_is(self):
        rows = " UNION ALL ".join(f"SELECT {n} AS n, {quoted(text)} AS name" for n, text in enumerate(HOSTILE))
        own_report(self.folder / "own", "mine", [column("n", "integer"), column("name", "text")],
                   f"SELECT n, name FROM ({rows}) ORDER BY n")
        _, *cells = by_libreoffice(self.own() / "mine.xlsx")["mine"]
        self.assertEqual([text for _, text in cells], HOSTILE)

    def test_what_the_reader_fills_in_is_open_and_can_be_chosen(self):
        choices = ["Keep", "Remove", "Don't know"]
        own_report(self.folder / "own", "mine",
                   [column("n", "integer", shown=True), column("id", "id"), column("decision", "text", entry=choices),
                    column("reason", "text", entry="text")],
                   "SELECT 1 AS n, 'a' AS id, NULL AS decision, NULL AS reason UNION ALL SELECT 2, 'b', NULL, NULL ORDER BY n",
                   attestation="I reviewed the access above; it is appropriate as marked.")
        out = self.own()
        workbook = openpyxl.load_workbook(out / "mine.xlsx")
        sheet = workbook["mine"]
        validation, = sheet.data_validations.dataValidation
        self.assertEqual((validation.type, str(validation.sqref)), ("list", "C2:C3"))
        self.assertEqual(validation.formula1, '"' + ",".join(choices) + '"')
        self.assertTrue(sheet.protection.sheet)
        self.assertIsNone(sheet.protection.password)
        for row in sheet.iter_rows(min_row=2):
            self.assertEqual([cell.protection.locked for cell in row], [True, True, False, False])
            self.assertEqual(row[2].fill.fgColor.rgb, row[3].fill.fgColor.rgb)
            self.assertNotEqual(row[1].fill.fgColor.rgb, row[2].fill.fgColor.rgb)
        self.assertFalse(any(one.hidden for one in sheet.column_dimensions.values()))
        about = [row[0].value for row in workbook["About"].iter_rows()]
        place = about.index("I reviewed the access above; it is appropriate as marked.")
        self.assertEqual(about[place + 1:place + 3], ["Name", "Date"])
        sheet["C2"], sheet["D2"] = "Remove", "no longer here"
        workbook.save(out / "filled.xlsx")
        filled = openpyxl.load_workbook(out / "filled.xlsx")["mine"]
        self.assertEqual([cell.value for cell in filled[2]], [1, "a", "Remove", "no longer here"])

    def test_odd_values_stay_what_they_are(self):
        own_report(self.folder / "own", "mine",
                   [column("number", "integer"), column("moment", "instant"), column("words", "text")],
                   "SELECT 9007199254740993 AS number, '1492-10-12T00:00:00Z' AS moment, printf('%.40000c', 'x') AS words")
        out = self.own(formats="xlsx,csv")
        workbook = openpyxl.load_workbook(out / "mine.xlsx")
        number, moment, words = [cell.value for cell in workbook["mine"][2]]
        self.assertEqual((number, moment), ("9007199254740993", "1492-10-12T00:00:00Z"))
        self.assertEqual(len(words), 32_767)
        self.assertTrue(words.endswith("… [cut: 40,000 characters in all]"))
        told = [str(row[1].value) for row in workbook["About"].iter_rows()]
        self.assertTrue(any(text.startswith("Texts longer than a cell") and ": 1;" in text for text in told))
        self.assertEqual(len(read_csv(out / "mine.csv")[0]["words"]), 40_000)

    def test_memory_does_not_grow_with_the_rows(self):
        own_report(self.folder / "own", "mine", [column("number", "integer"), column("name", "text")],
                   "WITH RECURSIVE n (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM n LIMIT :count) "
                   "SELECT number, 'name ' || number AS name FROM n",
                   parameters=[{"name": "count", "type": "int", "doc": "How many.", "default": "1"}])
        peaks = []
        for count in (1_000, 100_000):
            command = [TENURE, "report", "mine", "--reports-dir", self.folder / "own", "--db", self.database, "--out",
                       self.folder / "flat", "--format", "xlsx", "--set", f"count={count}", *AT]
            done = subprocess.run(
                ["python3", "-c", "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, "
                 "stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL); "
                 "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)", *map(str, command)],
                capture_output=True, text=True, check=True)
            peaks.append(int(done.stdout))
        self.assertLess(peaks[1] - peaks[0], 16 * 1024, peaks)

    def test_a_full_disk_is_told_and_leaves_the_old_file(self):
        own_report(self.folder / "own", "mine", [column("number", "integer"), column("name", "text")],
                   "WITH RECURSIVE n (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM n LIMIT 40000) "
                   "SELECT number, hex(randomblob(40)) AS name FROM n")
        failed = 0
        for size in range(1, 18, 2):
            with small_disk(f"{size}m") as disk:
                command = [TENURE, "report", "mine", "--reports-dir", self.folder / "own", "--db", self.database,
                           "--out", disk, "--format", "xlsx", *AT]
                done = subprocess.run(list(map(str, command)), capture_output=True, text=True)
                names = [path.name for path in pathlib.Path(disk).iterdir()]
                if done.returncode == 0:
                    shutil.copy(f"{disk}/mine.xlsx", self.folder / "whole.xlsx")
                    workbook = openpyxl.load_workbook(self.folder / "whole.xlsx", read_only=True)
                    self.assertEqual(workbook["mine"].max_row, 40_001)
                else:
                    failed += 1
                    self.assertEqual((done.returncode, names), (2, []), done.stderr)
                    self.assertIn("mine.xlsx", done.stderr)
        self.assertGreater(failed, 2)
        self.assertLess(failed, 9)


class Lines(Sample):
    def test_json_lines_are_the_rows_of_the_document(self):
        out = self.report(*AT, "--format", "jsonl,json")
        document = read_json(out / "access.json")["tables"][0]
        lines = (out / "access.jsonl").read_text(encoding="utf-8").split("\n")
        self.assertEqual(lines.pop(), "")
        self.assertEqual(lines, [json.dumps(row, ensure_ascii=False) for row in document["rows"]])
