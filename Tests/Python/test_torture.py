"""A short form of `make torture`: kills and full disks at random moments leave the last whole state."""

import pathlib
import sys
import unittest

from support import ROOT, TENURE

sys.path.append(str(ROOT / "Tests/Torture"))

import torture  # noqa: E402


class Torture(unittest.TestCase):
    def run_short(self, *arguments):
        said = []
        torture.torture(torture.arguments(["--binary", str(pathlib.Path(TENURE)), "--users", "40", *arguments]), said.append)
        return said

    def test_kills_leave_the_last_whole_state(self):
        said = self.run_short("--kills", "20", "--full", "0")
        self.assertRegex(said[-2], r"^1?\d imports killed|^20 imports killed")

    def test_full_disks_leave_the_last_whole_state(self):
        said = self.run_short("--kills", "0", "--full", "8")
        if "NO DISK" in said[-2]:
            self.skipTest("no disk can be mounted here; limits to the size of a file were tried instead")
        self.assertRegex(said[-2], r"[1-8] were full")
