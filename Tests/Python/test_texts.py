"""With every text of templates/texts.yaml marked, no page and no workbook holds words that are neither a text of that
file nor one of a report's own file: another language is one file, and copies of the reports."""

import json
import re
import shutil
from xml.etree import ElementTree

import openpyxl

from support import ROOT, Sample, read_csv, tenure
from workbooks import column, own_report

PAGES = ("index", "access", "overview", "guests", "expiring", "packages", "reviews", "outside", "changes", "history",
         "packets", "completeness", "person", "resource")
SPOKEN = ("title", "alt", "aria-label", "placeholder", "data-text", "data-all", "data-some", "data-not", "data-strangers")
# Rows are data and pictures are drawn from them; code is what stands in files and on command lines.
SILENT = ("style", "script", "tbody", "svg", "code", "kbd")
DATA = re.compile(r"""Contoso\ Cycles\ \(example\)|Mira\ Castellan|Carlos\ Mendes|App4Guest|[0-9a-f]{8}-[0-9a-f-]{27}
    |\d{4}-\d\d-\d\d\ \d\d:\d\d\ UTC|[\w/-]+\.(?:csv|html|json|xlsx)|[\d,]+""", re.VERBOSE)


def marked(text):
    """The file with its texts in marks; the tag of the language stays."""
    lines = []
    for line in re.sub(r">-\n((?:  .*\n)+)", lambda folded: " ".join(folded[1].split()) + "\n", text).splitlines():
        key, colon, value = line.partition(":")
        if not re.fullmatch(r" *\w+", key) or not value or key == "language":
            lines.append(line)
            continue
        value = value.strip()
        value = json.loads(value) if value.startswith('"') else value
        words = value.split() if key == "months" else [value]
        lines.append(f"{key}: " + json.dumps(" ".join(f"«{word}»" for word in words), ensure_ascii=False))
    return "\n".join(lines) + "\n"


def bare(text):
    """The pieces of a text that stand in no marks and hold words."""
    depth, rest = 0, ""
    for character in text:
        depth += character == "«"
        rest += "\0" if depth else character
        depth -= character == "»"
    pieces = (" ".join(piece.split()) for piece in re.split(r"\0+| · ", rest))
    return [piece for piece in pieces if re.search(r"[^\W\d_]", DATA.sub("", piece))]


class Texts(Sample):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        files = [file.read_text(encoding="utf-8") for file in sorted((ROOT / "reports").glob("*.yaml"))]
        cls.own = " ".join(" ".join(files).split()).replace("''", "'").replace('\\"', '"')
        texts = cls.texts = cls.folder / "texts.yaml"
        texts.write_text(marked((ROOT / "templates/texts.yaml").read_text(encoding="utf-8")), encoding="utf-8")
        cls.out = cls.folder / "out"
        for arguments in ((), ("person", "--person", "Mira Castellan"), ("resource", "--resource", "App4Guest"),
                          ("packet", "--reviewer", "all")):
            tenure("report", *arguments, "--db", cls.database, "--as-of", "2026-07-31", "--texts", texts,
                   "--format", "html,xlsx", "--out", cls.out)

    def is_own(self, piece):
        """Whether a report's file has it as a whole text, or both sides of a colon, a full stop or a comma."""
        piece = piece.strip(" :;,")
        whole = r"""(?:[:,{\["'] ?|>- )""" + re.escape(piece) + r"""(?=["'\],}]|,? \w+: | - |$)"""
        if not re.search(r"[^\W\d_]", DATA.sub("", piece)) or re.search(whole, self.own):
            return True
        sides = (piece.partition(sign)[::2] for sign in (": ", ". ", ", ") if sign in piece)
        return any(self.is_own(left) and self.is_own(right) for left, right in sides)

    def read(self, element):
        """What is read in the element, in its order; a text of the program may hold links."""
        if element.tag.split("}")[-1] not in SILENT:
            yield element.text or ""
            for child in element:
                yield from self.read(child)
                yield child.tail or ""

    def test_pages_say_nothing_that_is_no_text(self):
        files = [self.out / f"{name}.html" for name in PAGES] + sorted((self.out / "packet").glob("*.html"))[:1]
        for file in files:
            root = ElementTree.parse(file).getroot()
            rows = {element for body in root.findall(".//{*}tbody") for element in body.iter()}
            texts = [element.get(name) for element in root.iter() if element not in rows
                     for name in SPOKEN if element.get(name)]
            texts.append(" · ".join(self.read(root)))
            self.assertGreater(texts[-1].count("«"), 20, file.name)
            self.assertEqual([text for text in texts if text.count("«") != text.count("»")], [], file.name)
            self.assertEqual({piece for text in texts for piece in bare(text) if not self.is_own(piece)}, set(), file.name)

    def test_pictures_name_months_in_the_language_of_the_page(self):
        self.assertIn("«Aug»", (self.out / "expiring.html").read_text(encoding="utf-8"))

    def test_workbooks_say_nothing_that_is_no_text(self):
        book = openpyxl.load_workbook(self.out / "tenure.xlsx")
        about = [str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row[:2] if cell.value is not None]
        self.assertGreater(sum("«" in text for text in about), 100)
        self.assertEqual(book.sheetnames[0], "«About»")
        places = {cell.hyperlink.location for sheet in book.worksheets[1:] for cell in sheet[1] if cell.hyperlink}
        self.assertEqual(places, {"'«About»'!A1"})
        self.assertLessEqual({piece for text in about for piece in bare(text) if not self.is_own(piece)}, set(book.sheetnames))
        for sheet in book.worksheets[1:]:
            for cell in sheet[1]:
                for piece in (piece for line in cell.comment.text.splitlines() for piece in bare(line)):
                    self.assertTrue(self.is_own(piece), piece)

    def test_tables_say_what_is_missing_in_the_language_of_the_page(self):
        july = self.folder / "july"
        shutil.copytree(ROOT / "Samples/contoso/2026-07", july)
        next((july / "groups").glob("*/members*")).unlink()
        database, out = self.folder / "partial.sqlite", self.folder / "partial"
        tenure("import", july, "--observed-at", "2026-07-31T22:00:00Z", "--db", database)
        tenure("report", "completeness", "overview", "--db", database, "--as-of", "2026-07-31", "--texts", self.texts,
               "--format", "html,csv", "--out", out, expect=(3,))
        for report, file in (("completeness", "completeness.csv"), ("overview", "overview-incomplete.csv")):
            told = {row["collection"]: row["detail"] for row in read_csv(out / file) if row["detail"]}
            self.assertEqual(told["groupMember"], "1 of 19 groups not imported completely")
            page = (out / f"{report}.html").read_text(encoding="utf-8")
            self.assertIn("«1 of 19 «groups» not imported completely»", page)

    def test_a_text_that_is_cut_says_so_in_the_language_of_the_workbook(self):
        own_report(self.folder / "own", "long", [column("words", "text")], "SELECT printf('%.40000c', 'x') AS words")
        tenure("report", "long", "--reports-dir", self.folder / "own", "--db", self.database, "--as-of", "2026-07-31",
               "--texts", self.texts, "--format", "xlsx", "--out", self.out)
        words = openpyxl.load_workbook(self.out / "long.xlsx")["long"]["A2"].value
        self.assertTrue(words.endswith("x«… [cut: 40,000 characters in all]»"), words[-60:])


class Marks(Sample):
    def test_a_word_outside_the_marks_is_found(self):
        self.assertEqual(bare("«Rows» of 3 «in «all»» · 2026-07-31 23:59 UTC"), ["of 3"])
        self.assertEqual(marked('a: "x {b}"\nlanguage: en\nc: >-\n  two\n  lines\n'),
                         'a: "«x {b}»"\nlanguage: en\nc: "«two lines»"\n')
