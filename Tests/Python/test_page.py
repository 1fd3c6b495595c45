"""The sample's page in a browser: nothing leaves it, axe finds nothing, it works by hand and on paper."""

import pathlib
import subprocess
import sys
import unittest

from support import ROOT, Sample

CHROMIUM = pathlib.Path("/usr/bin/chromium")


@unittest.skipUnless(CHROMIUM.exists(), "no chromium here")
class Page(Sample):
    def test_a_browser_finds_no_fault(self):
        out = self.report("--as-of", "2026-07-31", "--format", "html,csv")
        done = subprocess.run(
            [sys.executable, ROOT / "Tests/Python/check_page.py", out / "access.html", out / "access.csv"],
            capture_output=True, text=True, timeout=900)
        self.assertEqual(done.returncode, 0, done.stderr)
