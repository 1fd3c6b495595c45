"""A dry run says what the import would say, ends as it would, and leaves everything as it was."""

import hashlib
import json
import os
import pathlib
import re
import tempfile
import unittest
import unittest.mock

from support import JULY, JUNE, ROOT, tenure

SAMPLE = ROOT / "Samples/contoso"
DEVICES = {"@odata.context": "https://graph.microsoft.com/v1.0/$metadata#devices", "value": [{"id": "d1"}]}
USERS = {
    "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#users",
    "value": [{"id": "00000000-0000-4000-8000-000000000001", "theme": "dark"}],
}


class DryRun(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.temporary = self.folder / "tmp"
        self.temporary.mkdir()
        self.enterContext(unittest.mock.patch.dict(os.environ, TMPDIR=str(self.temporary)))
        self.database = self.folder / "audit.sqlite"

    def take(self, *arguments, expect=(0,)):
        return tenure("import", *arguments, "--db", self.database, expect=expect).stdout

    def state(self):
        """Every file there is, with what it holds."""
        return {
            str(file.relative_to(self.folder)): hashlib.sha256(file.read_bytes()).hexdigest()
            for file in self.folder.rglob("*")
            if file.is_file()
        }

    def exports(self, **documents):
        folder = self.folder / "exports"
        folder.mkdir(exist_ok=True)
        for name, document in documents.items():
            (folder / f"{name}.json").write_text(document if isinstance(document, str) else json.dumps(document))
        return folder

    def without_place(self, text):
        return re.sub(r"^(dry run, nothing was written|snapshot \d+ in .*?):", "…:", text, flags=re.M)

    def test_it_says_what_the_first_import_says_and_makes_no_database(self):
        june = (SAMPLE / "2026-06", "--observed-at", JUNE)
        told = self.take(*june, "--dry-run")
        self.assertEqual(self.state(), {})
        self.assertEqual(self.without_place(told), self.without_place(self.take(*june)))

    def test_it_says_what_the_next_import_says_and_leaves_the_database_as_it_was(self):
        self.take(SAMPLE / "2026-06", "--observed-at", JUNE)
        before = self.state()
        july = (SAMPLE / "2026-07", "--observed-at", JULY)
        told = self.take(*july, "--dry-run")
        self.assertRegex(told, r"\d+ files as before, \d+ objects no longer there")
        self.assertEqual(self.state(), before)
        self.assertEqual(self.without_place(told), self.without_place(self.take(*july)))

    def test_what_nobody_imports_is_counted_by_name_and_can_be_ignored_by_the_line_it_prints(self):
        folder = self.exports(users=USERS, devices=DEVICES, more=DEVICES)
        told = self.take(folder, "--dry-run")
        self.assertIn("left aside: 2 times, first ", told)
        self.assertIn("not taken: user.theme: 1 objects", told)
        ignore = re.search(r"^to say nothing of what is not imported: (--ignore \S+)$", told, re.M).group(1)
        quiet = self.take(folder, "--dry-run", *ignore.split())
        self.assertNotRegex(quiet, "devices|theme|--ignore")
        self.assertIn("3 ignored as wished", quiet)
        self.take(folder, *ignore.split())
        self.assertEqual(tenure("status", "--remarks", "--db", self.database).stdout.count("devices"), 0)

    def test_it_ends_as_the_import_would(self):
        folder = self.exports(users=USERS, groups='[{"id":')
        told = self.take(folder, "--dry-run", expect=(3,))
        self.assertIn("groups.json:1:8: unexpected end of file", told)
        self.assertTrue(told.rstrip().endswith("; incomplete"), told)

    def test_a_damaged_database_is_said_to_be_so(self):
        self.take(SAMPLE / "2026-06", "--observed-at", JUNE)
        with open(self.database, "r+b") as file:
            file.truncate(self.database.stat().st_size // 2)
        before = self.state()
        done = tenure("import", SAMPLE / "2026-07", "--dry-run", "--db", self.database, expect=(2,))
        self.assertIn(f"{self.database}: the database is damaged", done.stderr)
        self.assertEqual(self.state(), before)

    def test_a_database_that_may_not_be_written_is_no_hindrance(self):
        self.take(SAMPLE / "2026-06", "--observed-at", JUNE)
        self.database.chmod(0o400)
        self.folder.chmod(0o500)
        try:
            self.take(SAMPLE / "2026-07", "--observed-at", JULY, "--dry-run")
        finally:
            self.folder.chmod(0o700)


if __name__ == "__main__":
    unittest.main()
