"""What other tools export gives the rows that Graph's own pages of the same tenant give."""

import json
import pathlib
import tempfile
import unittest

from formats import audit_streams, az, entra_exporter, exports, powershell, tutorial
from support import JULY, JUNE, tenure

MONTHS = {"2026-06": JUNE, "2026-07": JULY}


class Formats(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def imported(self, name, write, held, partial=(), months=tuple(MONTHS)):
        """A database of both months, or of these."""
        database = self.folder / f"{name}.sqlite"
        for month in months:
            into = self.folder / name / month
            write(held(exports.read(month)), into)
            tenure("import", into, "--db", database, "--observed-at", MONTHS[month],
                   expect=(3,) if partial else (0,))
        return database

    def report(self, database, name="access"):
        out = self.folder / "out" / database.stem
        all = ("--all", "--scope", "all") if name == "access" else ()
        tenure("report", name, "--db", database, "--format", "json", "--out", out, *all, "--as-of", "2026-07-31",
               "--generated-at", "2026-07-31", expect=(0, 3))
        text = (out / f"{name}.json").read_text(encoding="utf-8")
        # When the two were imported is no fact of the tenant.
        for snapshot in json.loads(text)["report"]["snapshots"]:
            text = text.replace(snapshot["importedAt"], "")
        return text

    def compare(self, format, write=None):
        """Both ways give the same report, to the byte."""
        partial = getattr(format, "PARTIAL", ())
        pages = self.report(self.imported(
            "pages", lambda tenant, folder: exports.write(tenant, folder, partial), format.held, partial))
        shaped = self.report(self.imported("shaped", write or format.write, format.held, partial))
        self.assertGreater(pages.count('"personId"'), 80)
        if partial:  # the head of the report tells in which way they are
            pages, shaped = (text[text.index('"tables"'):] for text in (pages, shaped))
        self.assertEqual(pages, shaped)

    def test_entra_exporter_gives_the_rows_of_the_pages(self):
        self.compare(entra_exporter, by_month(entra_exporter.write, ("utf-16", "\r\n"), ("utf-8-sig", "\r\n")))

    def test_graph_powershell_gives_the_rows_of_the_pages(self):
        self.compare(powershell, by_month(powershell.write, ("utf-16", "\r\n", True), ("utf-8", "\n")))

    def test_audit_streams_give_what_the_pages_of_the_audit_log_give(self):
        july = ["2026-07"]
        pages = self.imported("pages", exports.write, audit_streams.held, months=july)
        wanted = {name: self.report(pages, name) for name in ("access", "guests", "outside", "history")}
        self.assertIn('"approval": "approved"', wanted["access"])
        for shape in audit_streams.SHAPES:
            database = self.imported(shape.__name__, audit_streams.beside(shape), audit_streams.held, months=july)
            # Approvers and administrators, inviters, who added what outside packages, and all that happened.
            for name, report in wanted.items() if shape in audit_streams.SHAPES[:1] else [("access", wanted["access"])]:
                with self.subTest(shape=shape.__name__, report=name):
                    self.assertEqual(report, self.report(database, name))

    def test_az_gives_the_rows_of_the_pages(self):
        self.compare(az)

    def test_flat_files_of_the_tutorial_give_the_rows_of_the_pages(self):
        self.compare(tutorial)


def by_month(write, *options):
    """Each month with other encodings and the like."""
    options = dict(zip(MONTHS, options))
    return lambda tenant, folder: write(tenant, folder, *options[folder.name])
