"""Two runs that Debian's own cron starts in the same minute, with the mail that it sends.

Cron keeps its real files: in a mount namespace other folders lie over /etc/cron.d, /var/spool/cron and /usr/sbin
(for a sendmail that writes down what it is given). Its clock is set to just before a full minute.
"""

import email
import os
import re
import shutil
import signal
import subprocess
import time
import unittest

from nightly import Nightly
from support import ROOT, TENURE

START = "2026-08-01 02:14:57"
SETUP = """
set -e
mount --bind "$1/cron.d" /etc/cron.d
mount --bind "$1/spool" /var/spool/cron
mount --bind "$1/empty" /etc/crontab
cp /usr/sbin/cron "$1/sbin/cron"
mount --bind "$1/sbin" /usr/sbin
exec faketime -f "@$2" /usr/sbin/cron -f
"""


class Cron(Nightly):
    def setUp(self):
        super().setUp()
        missing = [name for name in ("/usr/sbin/cron", "/etc/crontab") if not os.path.exists(name)]
        if os.geteuid() != 0 or missing or not shutil.which("faketime"):
            self.skipTest(f"needs root, faketime and Debian's cron: {missing}")
        if subprocess.run(["unshare", "--mount", "true"], capture_output=True).returncode != 0:
            self.skipTest("no mount namespace can be made here")
        for name in ("cron.d", "spool/crontabs", "sbin", "mail"):
            (self.folder / name).mkdir(parents=True)
        (self.folder / "empty").write_text("")
        self.script("sbin/sendmail", f'exec cat >"$(mktemp {self.folder}/mail/XXXXXX)"')

    def script(self, name, text):
        path = self.folder / name
        path.write_text(f"#!/bin/sh\n{text}\n")
        path.chmod(0o755)
        return path

    def mails(self):
        return [email.message_from_string(path.read_text()) for path in sorted((self.folder / "mail").iterdir())]

    def run_cron(self, crontab, *, mails, ended):
        """Cron with this crontab until there are so many mails and the files are there."""
        path = self.folder / "cron.d/tenure"
        path.write_text(crontab)
        path.chmod(0o644)
        cron = subprocess.Popen(
            ["unshare", "--mount", "--propagation", "private", "sh", "-c", SETUP, "sh", self.folder, START],
            start_new_session=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        try:
            deadline = time.monotonic() + 90
            while time.monotonic() < deadline and not (
                    len(self.mails()) >= mails and all((self.folder / name).exists() for name in ended)):
                time.sleep(0.1)
            time.sleep(0.5)
        finally:
            os.killpg(cron.pid, signal.SIGTERM)
            said, _ = cron.communicate(timeout=30)
        self.assertEqual(len(self.mails()), mails, said)

    def sample(self, *commands):
        """The sample's crontab at its own time, with these commands in place of its one."""
        text = (ROOT / "Samples/cron/tenure").read_text()
        line = next(line for line in text.splitlines() if re.match("[0-9]", line))
        self.assertRegex(line, r"^15 2 \* \* \*  tenure  tenure run --config /etc/tenure/tenure.yaml >>\S+$")
        when = line.split("  tenure  ")[0]
        return text.replace(line, "\n".join(f"{when}  root  {command}" for command in commands))

    def command(self, number, config=None, output=""):
        return f"{TENURE} run --config {config or self.config} {output}; echo $? >{self.folder}/exit{number}"

    def test_of_two_starts_one_runs_and_the_other_says_who_does(self):
        self.write("hooks:", "  - [/bin/sleep, '3']")
        self.run_cron(self.sample(self.command(1), self.command(2)), mails=2, ended=["exit1", "exit2"])
        codes = sorted((self.folder / f"exit{number}").read_text().strip() for number in (1, 2))
        self.assertEqual(codes, ["0", "2"])
        bodies = [mail.get_payload() for mail in self.mails()]
        locked = next(body for body in bodies if body.startswith("error:"))
        done = next(body for body in bodies if not body.startswith("error:"))
        self.assertRegex(
            locked, rf"\Aerror: {self.config}: in use by process \d+ of user 0, since \S+Z; try again when it is done\n\Z")
        self.assertRegex(done, r"\A\S+Z complete; \d+ objects in snapshot 1, .*; \d+ s\n\Z")
        self.assertEqual({mail["To"] for mail in self.mails()}, {"root"})
        self.assertEqual(len(self.packs()), 1)

    def test_a_good_night_sends_no_mail_and_a_bad_one_says_why(self):
        self.write()
        good = self.config.read_text()
        bad = self.folder / "bad.yaml"
        bad.write_text(good.replace("to: packs", "to: other").replace("state/", "elsewhere/") + "colour: red\n")
        output = f">>{self.folder}/summary.log"
        self.run_cron(
            self.sample(self.command(1, output=output), self.command(2, bad, output)), mails=1, ended=["exit1", "exit2"])
        self.assertEqual((self.folder / "exit1").read_text(), "0\n")
        self.assertEqual((self.folder / "exit2").read_text(), "2\n")
        self.assertRegex(
            self.mails()[0].get_payload(), r"\Aerror: \S+/bad.yaml:\d+: colour: unknown key; known are: .*\n\Z")
        self.assertEqual((self.folder / "summary.log").read_text().count("\n"), 1)


if __name__ == "__main__":
    unittest.main()
