"""The runner of the benchmarks runs, and what it checks holds, on a tenant of 200 users."""

import importlib.util
import shutil
import subprocess
import sys
import tempfile
import unittest

from support import ROOT, TENURE


def runs(*arguments):
    with tempfile.TemporaryDirectory() as work:
        command = [sys.executable, ROOT / "Benchmarks/run.py", "--users", "200", "--quick", "--work", work, "--tenure",
                   TENURE, "--limit", f"{work}/limit", *arguments]
        if "report" in arguments:
            programs = [f"{work}/limit/resolve", f"{work}/limit/checksum"]
            subprocess.run(["make", "-s", "-C", ROOT / "Benchmarks/limit", f"BUILD={work}/limit", *programs], check=True)
        return subprocess.run(command, capture_output=True, text=True)


class Benchmarks(unittest.TestCase):
    def test_next_night_is_measured_and_checked(self):
        done = runs("--only", "again")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stdout.count("- equal:"), 3, done.stdout)

    @unittest.skipUnless(shutil.which("g++") and shutil.which("sqlite3"), "no C++ compiler or no sqlite3")
    def test_limit_and_recursive_query_find_the_same_rows(self):
        done = runs("--only", "report")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stdout.count("- equal:"), 3, done.stdout)

    @unittest.skipUnless(importlib.util.find_spec("xlsxwriter") and importlib.util.find_spec("jinja2"),
                         "no XlsxWriter or no Jinja2 here")
    def test_all_formats_hold_the_same_rows_as_others_write(self):
        done = runs("--only", "formats", "--rows", "10000", "--python", sys.executable)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stdout.count("- equal:"), 4, done.stdout)
