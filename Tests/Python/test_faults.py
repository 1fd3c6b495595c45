"""Disks that are full, folders that are read-only, databases that others hold: it is said what is the matter, and the
database stays as it was (DESIGN.md 7)."""

import os
import pathlib
import resource
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
import unittest

from disks import read_only, small_disk
from support import JULY, JUNE, ROOT, TENURE, tenure
from test_kill import write

FIRST, SECOND = ROOT / "Samples/contoso/2026-06", ROOT / "Samples/contoso/2026-07"


class Faults(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.home = self.folder / "home"
        self.home.mkdir()
        self.database = self.home / "tenure.sqlite"

    def imports(self, files, moment, expect=(0,), database=None):
        return tenure("import", files, "--observed-at", moment, "--db", database or self.database, expect=expect)

    def rows(self, database, name="rows"):
        out = self.folder / name
        tenure("report", "access", "--db", database, "--as-of", "2026-08-31", "--generated-at", "2026-09-01",
               "--scope", "all", "--all", "--format", "csv", "--out", out, expect=(0, 3))
        return (out / "access.csv").read_bytes()

    def test_a_disk_that_is_full(self):
        with small_disk(2 << 20) as disk:
            database = pathlib.Path(disk) / "tenure.sqlite"
            self.imports(FIRST, JUNE, database=database)
            before = self.rows(database)
            filler = pathlib.Path(disk) / "filler"
            with open(filler, "wb") as file:
                free = os.statvfs(disk)
                file.write(bytes(free.f_bavail * free.f_bsize - 65536))
            done = self.imports(SECOND, JULY, expect=(2,), database=database)
            self.assertIn("no space is left", done.stderr)
            self.assertIn("make room and run this again", done.stderr)
            self.assertEqual(self.rows(database), before)
            self.assertIn("1 snapshots", tenure("status", "--db", database).stdout)
            filler.unlink()
            self.imports(SECOND, JULY, database=database)
            self.assertEqual(sorted(os.listdir(disk)), ["tenure.sqlite"])
            after = self.rows(database)
        self.imports(FIRST, JUNE)
        self.imports(SECOND, JULY)
        self.assertEqual(self.rows(self.database), after)

    def test_a_disk_on_which_nothing_fits(self):
        with small_disk(32768) as disk:
            database = pathlib.Path(disk) / "tenure.sqlite"
            done = self.imports(FIRST, JUNE, expect=(2,), database=database)
            self.assertIn("no space", done.stderr)
            self.assertEqual(os.listdir(disk), [])

    def test_a_file_that_may_not_grow(self):
        self.imports(FIRST, JUNE)
        before = self.rows(self.database)
        size = self.database.stat().st_size
        done = subprocess.run(
            [TENURE, "import", SECOND, "--observed-at", JULY, "--db", self.database], capture_output=True, text=True,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size // 2, size // 2)))
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertIn("error: ", done.stderr)
        self.assertEqual(self.rows(self.database), before)
        self.imports(SECOND, JULY)

    def test_a_report_that_has_no_room(self):
        self.imports(FIRST, JUNE)
        with small_disk(32768) as disk:
            done = tenure("report", "access", "--db", self.database, "--as-of", JUNE, "--out", disk, expect=(2,))
            self.assertIn("cannot write", done.stderr)
            self.assertEqual(os.listdir(disk), [])

    def test_a_read_only_folder_can_be_reported_from(self):
        self.imports(FIRST, JUNE)
        before = self.rows(self.database)
        with read_only(self.home) as home:
            database = pathlib.Path(home) / "tenure.sqlite"
            self.assertEqual(self.rows(database), before)
            done = self.imports(SECOND, JULY, expect=(2,), database=database)
            self.assertIn("cannot be written: read-only file system", done.stderr)
            done = self.imports(SECOND, JULY, expect=(2,), database=pathlib.Path(home) / "new.sqlite")
            self.assertIn("cannot be written: read-only file system", done.stderr)
            done = tenure("report", "access", "--db", database, "--as-of", JUNE, "--out", f"{home}/out", expect=(2,))
            self.assertIn("cannot write", done.stderr)

    def test_a_log_in_a_read_only_folder(self):
        self.imports(FIRST, JUNE)
        rows = self.rows(self.database)
        self.cut_off()
        with read_only(self.home) as home:
            done = tenure("status", "--db", f"{home}/tenure.sqlite", expect=(0, 2))
            if done.returncode == 2:
                self.assertIn("an import was cut off", done.stderr)
        self.assertEqual(self.rows(self.database), rows)

    def cut_off(self):
        """Leaves the log of a writer that was killed."""
        process = subprocess.Popen(
            ["python3", "-c", "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None);"
             "c.execute('PRAGMA journal_mode = WAL'); c.execute('PRAGMA cache_size = 1'); c.execute('BEGIN');"
             "c.execute('DELETE FROM user'); c.execute('DELETE FROM groupMember'); print(1, flush=True); input()",
             self.database], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        process.stdout.readline()
        process.kill()
        process.communicate()

    def test_a_locked_database(self):
        self.imports(FIRST, JUNE)
        rows = self.rows(self.database)
        connection = sqlite3.connect(self.database, isolation_level=None)
        connection.execute("BEGIN EXCLUSIVE")
        for command in (["import", SECOND, "--observed-at", JULY], ["status"]):
            done = tenure(*command, "--db", self.database, expect=(2,))
            self.assertIn("in use by another program; try again when it is done", done.stderr)
        connection.execute("ROLLBACK")
        connection.close()
        self.assertEqual(self.rows(self.database), rows)
        self.imports(SECOND, JULY)

    def test_two_imports_at_once(self):
        files = self.folder / "files"
        write(files, 0)
        self.imports(files, JUNE)
        write(files, 5)
        before = self.rows(self.database)
        log = pathlib.Path(f"{self.database}-wal")
        first = subprocess.Popen(
            [TENURE, "import", files, "--observed-at", JULY, "--db", self.database], stdout=subprocess.PIPE, text=True)
        while first.poll() is None and not log.exists():
            time.sleep(0.001)
        # Past the short moment in which it has the file to itself.
        time.sleep(0.05)
        first.send_signal(signal.SIGSTOP)
        try:
            self.assertIsNone(first.poll(), "the first one was too quick")
            done = self.imports(files, JULY, expect=(2,))
            self.assertIn(f"in use by process {first.pid}; try again when it is done", done.stderr)
            # Who reads meanwhile sees the last whole state.
            self.assertEqual(self.rows(self.database), before)
        finally:
            first.send_signal(signal.SIGCONT)
        self.assertIn("snapshot 2", first.communicate()[0])
        self.assertEqual(first.returncode, 0)
        self.imports(files, JULY)
        self.assertIn("3 snapshots", tenure("status", "--db", self.database).stdout)
        self.assertEqual(os.listdir(self.home), ["tenure.sqlite"])

    def test_an_import_beside_one_who_reads(self):
        self.imports(FIRST, JUNE)
        reader = sqlite3.connect(self.database, isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM snapshot").fetchone()
        shutil.copy(self.database, self.folder / "other.sqlite")
        done = self.imports(SECOND, JULY, expect=(0, 2))
        reader.execute("ROLLBACK")
        reader.close()
        if done.returncode == 2:
            self.assertIn("in use by another program", done.stderr)
            self.imports(SECOND, JULY)
        self.imports(SECOND, JULY, database=self.folder / "other.sqlite")
        self.assertEqual(self.rows(self.database), self.rows(self.folder / "other.sqlite"))
        self.assertEqual(os.listdir(self.home), ["tenure.sqlite"])
