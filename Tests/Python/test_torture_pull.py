"""A short form of `make torture-pull`: through faults a pull brings the rows of the files."""

import sys
import unittest

from graph_server import SERVER
from support import ROOT, TENURE

sys.path.append(str(ROOT / "Tests/Torture"))

import pull  # noqa: E402


class TorturePull(unittest.TestCase):
    def test_through_faults_a_pull_brings_the_rows_of_the_files(self):
        said = []
        pull.torture(pull.arguments(["--tenure", str(TENURE), "--server", str(SERVER), "--users", "60"]), said.append)
        self.assertRegex(said[1], r"faults: [1-9]")
        self.assertRegex(said[2], r"^[1-9]\d* rows of access, the same both ways$")


if __name__ == "__main__":
    unittest.main()
