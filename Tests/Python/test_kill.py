"""No kill -9 during an import leaves a half snapshot, and the next import goes on (DESIGN.md 7)."""

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

from support import TENURE, tenure

KILLS = 24
LOG = {"snapshot", "imported", "remark", "reading", "fieldReading", "sighting", "seal", "page", "pageFields"}


def write(folder, change):
    """A tenant whose import takes a while."""
    def put(name, items):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({"value": items}), encoding="utf-8")

    people = range(change, 6000 + change)
    put("users.json", [
        {"id": f"u{n}", "displayName": f"Person {n % (97 + change)}", "userPrincipalName": f"u{n}@contoso.example"}
        for n in people])
    put("groups.json", [{"id": f"g{n}", "displayName": f"Group {n}", "groupTypes": []} for n in range(60)])
    for group in range(60):
        put(f"groups/g{group}/members.json", [
            {"id": f"u{n}", "@odata.type": "#microsoft.graph.user"} for n in people if (n + change) % 60 == group])
    put("assignments.json", [
        {"id": f"a{n}", "state": "delivered", "accessPackage": {"id": f"k{n % 7}"},
         "target": {"id": f"s{n}", "objectId": f"u{n}"}} for n in people[::2]])


def rows(database):
    """Every row that holds data, and the finished snapshots."""
    connection = sqlite3.connect(database)
    try:
        tables = [name for name, in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'grdb_%' ORDER BY name")]
        data = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in tables if name not in LOG}
        snapshots = connection.execute("SELECT count(*) FROM snapshot").fetchone()[0] if "snapshot" in tables else 0
        return data, snapshots
    finally:
        connection.close()


class Kill(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        for name, change in (("first", 0), ("second", 5)):
            write(self.folder / name, change)

    def run_import(self, name, database):
        moment = {"first": "2026-06-30", "second": "2026-07-31"}[name]
        return [str(TENURE), "import", str(self.folder / name), "--db", str(database), "--observed-at", moment]

    def report(self, database, name):
        tenure("report", "access", "--db", database, "--as-of", "2026-08-31", "--scope", "all", "--all",
               "--format", "csv", "--out", self.folder / name, expect=(0, 3))
        return (self.folder / name / "access.csv").read_bytes()

    def beside(self, database):
        """A copy with its log, so that looking at it repairs nothing."""
        folder = self.folder / "look"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for path in self.folder.glob(database.name + "*"):
            shutil.copy(path, folder / path.name)
        return folder / database.name

    def test_an_import_counts_wholly_or_not_at_all(self):
        before, after = self.folder / "before.sqlite", self.folder / "after.sqlite"
        subprocess.run(self.run_import("first", before), check=True, capture_output=True)
        shutil.copy(before, after)
        begun = time.monotonic()
        subprocess.run(self.run_import("second", after), check=True, capture_output=True)
        length = time.monotonic() - begun
        whole = {1: rows(before)[0], 2: rows(after)[0]}
        report = self.report(after, "undisturbed")
        chance = random.Random(42)
        killed = 0
        for number in range(KILLS):
            victim = self.folder / f"victim-{number}.sqlite"
            shutil.copy(before, victim)
            process = subprocess.Popen(
                self.run_import("second", victim), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(length * (0.05 + chance.random()))
            process.send_signal(signal.SIGKILL)
            killed += process.wait() == -signal.SIGKILL
            # The program itself reads what the kill left, and sees one of the two whole states.
            status = tenure("status", "--db", victim).stdout
            data, snapshots = rows(self.beside(victim))
            self.assertIn(f"{snapshots} snapshots", status)
            self.assertEqual(data, whole[snapshots], f"after kill {number}")
            subprocess.run(self.run_import("second", victim), check=True, capture_output=True)
            self.assertEqual(rows(victim)[0], whole[2], f"imported again after kill {number}")
            self.assertEqual([path.name for path in self.folder.glob(victim.name + "?*")], [])
            if number % 10 == 0:
                self.assertEqual(self.report(victim, "again"), report)
            victim.unlink()
        self.assertGreater(killed, KILLS // 3, "too few kills hit an import that was going on")

    def test_a_first_import_leaves_nothing_or_all(self):
        chance = random.Random(43)
        for number in range(12):
            database = self.folder / f"new-{number}.sqlite"
            process = subprocess.Popen(
                self.run_import("first", database), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(0.02 + chance.random() ** 3 / 2)
            process.send_signal(signal.SIGKILL)
            if process.wait() != -signal.SIGKILL:
                continue
            if database.exists():
                done = tenure("report", "access", "--db", database, "--out", self.folder / "out", expect=(0, 2, 3))
                self.assertTrue(done.returncode != 2 or "holds no snapshot yet" in done.stderr, done.stderr)
            subprocess.run(self.run_import("first", database), check=True, capture_output=True)
