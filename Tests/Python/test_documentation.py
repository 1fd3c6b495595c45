"""What is generated is as the code would make it now."""

import importlib.machinery
import importlib.util
import os
import subprocess
import sys
import unittest

from support import ROOT, TENURE


class Documentation(unittest.TestCase):
    def test_lists_of_entities_views_reports_and_columns_are_fresh(self):
        done = subprocess.run(
            [sys.executable, ROOT / "tools/write-docs", "--check"], capture_output=True, text=True,
            env={**os.environ, "TENURE": str(TENURE)})
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_each_column_of_a_view_has_a_meaning(self):
        self.assertNotIn("|  |", (ROOT / "docs/views.md").read_text(encoding="utf-8"))

    def test_a_column_that_goes_without_a_word_is_found(self):
        loader = importlib.machinery.SourceFileLoader("write_docs", str(ROOT / "tools/write-docs"))
        tool = importlib.util.module_from_spec(importlib.util.spec_from_loader("write_docs", loader))
        loader.exec_module(tool)
        known = ["a.t.kept", "a.t.gone", "a.t.told", "b.t.all", "b.u.all"]
        changes = "- `a.t.told` is now `a.t.kept`; the table `b.t` is gone, `b` is smaller."
        self.assertEqual(tool.gone(known, ["a.t.kept"], changes), ["a.t.gone", "b.u.all"])

    def test_sample_is_as_its_generator_writes_it(self):
        done = subprocess.run(
            [sys.executable, ROOT / "Samples/contoso/generate.py", "--check"], capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
