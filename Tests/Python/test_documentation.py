"""What is generated is as the code would make it now."""

import subprocess
import sys
import unittest

from support import ROOT, tenure


class Documentation(unittest.TestCase):
    def test_list_of_entities_is_fresh(self):
        text = (ROOT / "docs/entities.md").read_text(encoding="utf-8")
        self.assertEqual(text, tenure("entities").stdout, "run: tenure entities > docs/entities.md")

    def test_list_of_views_is_fresh_and_says_what_each_column_means(self):
        text = (ROOT / "docs/views.md").read_text(encoding="utf-8")
        self.assertEqual(text, tenure("views").stdout, "run: tenure views > docs/views.md")
        self.assertNotIn("|  |", text)

    def test_sample_is_as_its_generator_writes_it(self):
        done = subprocess.run(
            [sys.executable, ROOT / "Samples/contoso/generate.py", "--check"], capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
