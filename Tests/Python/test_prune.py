"""What `tenure prune` forgets was needed by earlier moments only: whatever is asked from the cut on stays the same."""

import json
import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
import unittest

from months import Months
from support import ROOT, TENURE, tenure

MOMENTS = [f"2026-{month:02}-28T22:00:00Z" for month in range(1, 9)]
CUTS = ["2026-03-28T22:00:00Z", "2026-05-10T00:00:00Z", "2026-08-28T22:00:00Z"]


def count(database, table):
    connection = sqlite3.connect(database)
    try:
        return connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    finally:
        connection.close()


class Prune(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.whole = cls.folder / "whole.sqlite"
        months = Months(ROOT / "Samples/contoso/2026-07", seed=5)
        for number, moment in enumerate(MOMENTS):
            files = months.write(cls.folder / moment)
            tenure("import", files, "--observed-at", moment, "--db", cls.whole, expect=(0, 3))
            if number == 5:
                # One that was observed before the newest brings events only.
                tenure("import", files, "--observed-at", "2026-04-15", "--db", cls.whole, expect=(3,))
        cls.answers = {moment: cls.answer(cls.whole, moment) for moment in cls.asked()}

    @classmethod
    def asked(cls):
        return sorted({*MOMENTS, *CUTS, "2026-04-20T00:00:00Z", "2026-06-01T00:00:00Z", "2026-12-31T00:00:00Z"})

    @classmethod
    def answer(cls, database, moment, *names, expect=(0, 3)):
        out = cls.folder / "out"
        shutil.rmtree(out, ignore_errors=True)
        done = tenure("report", *(names or ["access"]), "--db", database, "--as-of", moment, "--scope", "all", "--all",
                      "--generated-at", moment, "--format", "json", "--out", out, expect=expect)
        if done.returncode == 2:
            return done.stderr
        return [json.loads(path.read_text(encoding="utf-8"))["tables"] for path in sorted(out.glob("*.json"))]

    def copy(self, name="pruned"):
        path = self.folder / f"{name}.sqlite"
        shutil.copy(self.whole, path)
        return path

    def prune(self, database, *arguments, expect=(0,)):
        return tenure("prune", "--db", database, *arguments, expect=expect)

    def same_from(self, database, cut):
        for moment in self.asked():
            if moment >= cut:
                self.assertEqual(self.answer(database, moment), self.answers[moment], f"pruned to {cut}, as of {moment}")

    def test_from_the_cut_on_every_answer_is_the_same(self):
        for cut in CUTS:
            for options in ([], ["--keep-events"]):
                database = self.copy()
                self.prune(database, "--keep", cut, *options)
                self.same_from(database, cut)

    def test_a_moment_before_the_cut_is_refused(self):
        database = self.copy()
        self.prune(database, "--keep", CUTS[1])
        said = self.answer(database, "2026-05-09", expect=(2,))
        self.assertIn("history begins at 2026-05-10T00:00:00Z, it was pruned on", said)
        self.assertIn("history begins at 2026-05-10T00:00:00Z (pruned on ", tenure("status", "--db", database).stdout)
        self.assertIn("history begins", tenure(
            "explain", "Mira Castellan", "--db", database, "--as-of", "2026-04-30", expect=(2,)).stderr)
        self.answer(database, "2026-05-29", "changes")
        self.assertIn("nothing before it to compare", self.answer(
            database, "2026-05-11", "changes", expect=(2,)))

    def test_something_is_forgotten_and_the_file_gets_smaller(self):
        database = self.copy()
        said = self.prune(database, "--keep", CUTS[2]).stdout
        self.assertRegex(said, r"rows forgotten in .*; history begins at 2026-08-28T22:00:00Z\n\d+ bytes were given back")
        self.assertLess(database.stat().st_size, self.whole.stat().st_size)
        for table in ("user", "groupMember", "assignment", "assignmentRequest", "told", "snapshot", "ident", "remark"):
            self.assertLessEqual(count(database, table), count(self.whole, table), table)
        self.assertLess(count(database, "user"), count(self.whole, "user"))
        self.assertLess(count(database, "remark"), count(self.whole, "remark"))
        self.assertEqual(count(database, "assignmentPolicy"), count(self.whole, "assignmentPolicy"))
        connection = sqlite3.connect(database)
        self.assertEqual(connection.execute("PRAGMA foreign_key_check").fetchall(), [])
        connection.close()

    def test_events_can_be_kept(self):
        database = self.copy()
        self.prune(database, "--keep", CUTS[2], "--keep-events")
        for table in ("assignmentRequest", "approvalStage", "directoryAudit", "reviewDecision", "auditMention"):
            self.assertEqual(count(database, table), count(self.whole, table), table)

    def test_twice_is_once(self):
        database = self.copy()
        self.prune(database, "--keep", CUTS[1])
        before = database.read_bytes()
        self.assertIn("0 rows forgotten", self.prune(database, "--keep", CUTS[1]).stdout)
        self.assertIn("0 rows forgotten", self.prune(database, "--keep", CUTS[0]).stdout)
        self.assertEqual(database.read_bytes()[100:], before[100:])
        self.assertIn("history begins at 2026-05-10", tenure("status", "--db", database).stdout)

    def test_a_dry_run_says_the_same_and_forgets_nothing(self):
        database = self.copy()
        trial = self.prune(database, "--keep", CUTS[1], "--dry-run").stdout
        self.assertEqual(database.read_bytes()[100:], self.whole.read_bytes()[100:])
        said = self.prune(database, "--keep", CUTS[1]).stdout
        self.assertEqual(trial.splitlines()[:-1], said.splitlines()[:-2])
        self.assertIn("would be forgotten", trial)

    def test_times_are_counted_from_the_newest_snapshot(self):
        for keep, begins in (("92d", "2026-05-28T22:00:00Z"), ("2months", "2026-06-28T22:00:00Z"),
                             ("8weeks", "2026-07-03T22:00:00Z"), ("since 2026-06-01", "2026-06-01T00:00:00Z")):
            said = self.prune(self.whole, "--keep", keep, "--dry-run").stdout
            self.assertIn(f"history would begin at {begins}", said)

    def test_nothing_without_saying_what_to_keep(self):
        self.assertIn("--keep", self.prune(self.whole, expect=(2,)).stderr)
        for wrong in ("soon", "0d", "10", "10m"):
            self.assertIn("is no time to keep", self.prune(self.whole, "--keep", wrong, expect=(2,)).stderr)
        self.assertIn("nothing is older", self.prune(self.whole, "--keep", "7years", expect=(2,)).stderr)
        self.assertIn("no database there", self.prune(self.folder / "none.sqlite", "--keep", "1d", expect=(2,)).stderr)

    def test_imports_go_on_after_it(self):
        database = self.copy()
        self.prune(database, "--keep", CUTS[1])
        for path in (database, other := self.copy("other")):
            tenure("import", ROOT / "Samples/contoso/2026-07", "--observed-at", "2026-09-28", "--db", path)
        self.assertEqual(self.answer(database, "2026-09-30"), self.answer(other, "2026-09-30"))

    def test_a_kill_leaves_all_or_forgets_all(self):
        database = self.copy()
        begun = time.monotonic()
        self.prune(database, "--keep", CUTS[1])
        length = time.monotonic() - begun
        pruned = count(database, "user")
        chance = random.Random(9)
        found = set()
        for number in range(10):
            database = self.copy(f"killed-{number}")
            process = subprocess.Popen(
                [TENURE, "prune", "--db", database, "--keep", CUTS[1]], stdout=subprocess.DEVNULL)
            time.sleep(length * chance.uniform(0.1, 1))
            process.send_signal(signal.SIGKILL)
            process.wait()
            is_pruned = "pruned on" in tenure("status", "--db", database).stdout
            self.assertEqual(count(database, "user"), pruned if is_pruned else count(self.whole, "user"))
            found.add(is_pruned)
            self.prune(database, "--keep", CUTS[1])
            self.assertEqual(self.answer(database, CUTS[1]), self.answers[CUTS[1]])
            self.assertIn("whole: every page", tenure("status", "--db", database).stdout)
