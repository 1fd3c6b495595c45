"""Each report on the sample company says in each format what was reviewed."""

import difflib

from snapshots import FOLDER, written
from support import Sample


class Snapshots(Sample):
    def test_each_report_is_as_it_was_reviewed(self):
        found = written(self.database)
        kept = {str(path.relative_to(FOLDER)): path.read_bytes().decode("utf-8")
                for path in FOLDER.rglob("*") if path.is_file()}
        self.assertEqual(sorted(found), sorted(kept), "run: make snapshots, read the difference, commit")
        for name, text in found.items():
            with self.subTest(name):
                if text != kept[name]:
                    lines = list(difflib.unified_diff(kept[name].splitlines(), text.splitlines(), "kept", "now", n=0))
                    self.fail("\n".join([*lines[:20], "run: make snapshots, read the difference, commit"]))
