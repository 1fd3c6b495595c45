"""A clock that jumps: what cannot be is refused, what looks wrong is said, and nothing of it changes what is known."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from support import JULY, JUNE, ROOT, TENURE, read_csv, tenure

FIRST, SECOND = ROOT / "Samples/contoso/2026-06", ROOT / "Samples/contoso/2026-07"


@unittest.skipUnless(shutil.which("faketime"), "faketime is not installed")
class Clock(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.database = self.folder / "tenure.sqlite"

    def at(self, clock, *arguments, expect=0):
        done = subprocess.run(
            ["faketime", "-f", f"@{clock}", TENURE, *map(str, arguments), "--db", self.database],
            capture_output=True, text=True, env={**os.environ, "TZ": "UTC"})
        self.assertEqual(done.returncode, expect, done.stderr)
        return done

    def imports(self, files, moment, clock="2026-12-01 06:00:00", expect=0):
        return self.at(clock, "import", files, "--observed-at", moment, expect=expect)

    def rows(self, *arguments, clock):
        done = self.at(clock, "report", "access", "--format", "csv", "--out", self.folder / "out", *arguments)
        return read_csv(self.folder / "out/access.csv"), done.stderr

    def test_nothing_is_observed_in_the_future(self):
        done = self.imports(FIRST, JUNE, clock="1999-12-31 23:59:00", expect=2)
        self.assertIn("lies in the future, this machine's clock says 1999-12-31T23:59:0", done.stderr)
        self.assertFalse(self.database.exists())

    def test_a_clock_that_went_back_is_said_and_changes_nothing(self):
        self.imports(FIRST, JUNE)
        expected, said = self.rows("--as-of", JULY, clock="2026-12-01 07:00:00")
        self.assertNotIn("clock", said)
        # Before the last import, but after what it observed.
        done = self.imports(SECOND, JULY, clock="2026-08-01 00:00:00")
        self.assertIn("there is an import of 2026-12-01T06:00:0", done.stderr)
        self.assertIn("this clock is wrong, or that one was", done.stderr)
        self.assertIn("2 snapshots", self.at("2026-12-01 07:00:00", "status").stdout)
        # What was known at a moment does not hang on the clock.
        self.assertEqual(self.rows("--as-of", "2026-07-15", clock="2030-01-01 00:00:00"),
                         self.rows("--as-of", "2026-07-15", clock="2026-07-16 00:00:00"))

    def test_now_before_the_newest_snapshot_is_said(self):
        self.imports(FIRST, JUNE)
        self.imports(SECOND, JULY)
        _, said = self.rows(clock="2026-07-15 00:00:00")
        self.assertIn("the newest snapshot was observed at 2026-07-31T22:00:00Z: as of now it is not shown", said)
        done = self.at("2001-01-01 00:00:00", "report", "access", "--out", self.folder / "out", expect=2)
        self.assertIn("the clock says 2001-01-01T00:00:0", done.stderr)
        self.assertIn("the first snapshot was observed at", done.stderr)
        self.assertIn("the clock says 2001", self.at("2001-01-01 00:00:00", "status").stderr)

    def test_a_clock_far_ahead_is_said(self):
        self.imports(FIRST, JUNE)
        _, said = self.rows(clock="2099-01-01 00:00:00")
        self.assertIn("days after the last snapshot: what changed since is not known", said)

    def test_an_import_observed_before_the_newest_brings_events_only(self):
        self.imports(SECOND, JULY)
        before, _ = self.rows("--as-of", "2026-08-31", clock="2026-12-01 07:00:00")
        done = self.imports(FIRST, JUNE, expect=3)
        self.assertIn("brings events only", done.stdout)
        after, _ = self.rows("--as-of", "2026-08-31", clock="2026-12-01 07:00:00")
        self.assertEqual([row["assignmentId"] for row in before], [row["assignmentId"] for row in after])
