"""The sample's units, as systemd itself reads them."""

import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

from support import ROOT, TENURE

UNITS = ROOT / "Samples/systemd"


@unittest.skipUnless(shutil.which("systemd-analyze"), "needs systemd-analyze (Debian package systemd)")
class Units(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        service = (UNITS / "tenure.service").read_text()
        # The program is where it is installed; here it is elsewhere.
        self.assertEqual(service.count("/usr/bin/tenure "), 1)
        (self.folder / "tenure.service").write_text(service.replace("/usr/bin/tenure ", f"{TENURE} "))
        shutil.copy(UNITS / "tenure.timer", self.folder)

    def analyze(self, *arguments):
        done = subprocess.run(["systemd-analyze", *map(str, arguments)], capture_output=True, text=True, timeout=60)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return done

    def test_they_are_right(self):
        done = self.analyze("verify", "--man=no", self.folder / "tenure.service", self.folder / "tenure.timer")
        self.assertEqual(done.stderr.strip(), "")

    def test_a_fault_would_be_found(self):
        unit = self.folder / "tenure.service"
        unit.write_text(unit.read_text().replace("ProtectHome=yes", "ProtectHome=perhaps"))
        done = subprocess.run(["systemd-analyze", "verify", "--man=no", unit], capture_output=True, text=True, timeout=60)
        self.assertIn("Failed to parse protect home value", done.stderr)

    def test_the_service_may_do_little(self):
        done = self.analyze("security", "--offline=true", "--threshold=20", self.folder / "tenure.service")
        exposure = float(re.search(r"exposure level for tenure.service: ([0-9.]+)", done.stdout)[1])
        self.assertLess(exposure, 2)

    def test_the_timer_is_due_once_a_night(self):
        when = re.search(r"(?m)^OnCalendar=(.*)$", (UNITS / "tenure.timer").read_text())[1]
        said = self.analyze("calendar", "--base-time=2026-08-01 12:00:00 UTC", "--iterations=2", when).stdout
        times = re.findall(r"\d{4}-\d\d-\d\d \d\d:\d\d", said.replace("Original form", ""))
        self.assertEqual(times[0][-5:], "02:15")


if __name__ == "__main__":
    unittest.main()
