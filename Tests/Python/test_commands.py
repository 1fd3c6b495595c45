"""What the program says and how it ends where something is not as it should be (DESIGN.md 5)."""

import json
import os
import pathlib
import sqlite3
import subprocess
import tempfile
import unittest

from support import TENURE, read_csv, tenure

HOSTILE = "\x1b]0;title\x07\x1b[31m\u202e\x9b31m\r\n\x08"


def page(*items, **members):
    return json.dumps({"value": list(items), **members})


def person(identifier, name="Ann Lee"):
    return {"id": identifier, "displayName": name, "userPrincipalName": f"{identifier}@contoso.example"}


class Commands(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.database = self.folder / "tenure.sqlite"

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def tenant(self, name="export"):
        self.write(f"{name}/users.json", page(person("u1"), person("u2", "Bob")))
        self.write(f"{name}/groups.json", page({"id": "g1", "displayName": "Sales", "groupTypes": []}))
        self.write(f"{name}/groups/g1/members.json", page({"id": "u1"}, {"id": "u2"}))
        return self.folder / name

    def imported(self, moment="2026-06-30T22:00:00Z"):
        return tenure("import", self.tenant(), "--db", self.database, "--observed-at", moment)

    def fails(self, *arguments):
        """One line that says what is wrong, beside the usage where that is the matter."""
        done = tenure(*arguments, expect=(2,))
        self.assertEqual(done.stdout, "")
        lines = done.stderr.splitlines()
        self.assertTrue(lines[0].startswith("error: "), lines)
        self.assertTrue(len(lines) == 1 or (len(lines) == 2 and lines[1].startswith("usage: ")), lines)
        return lines[0]

    def test_an_import_says_what_it_did(self):
        done = self.imported()
        self.assertEqual(done.stderr, "")
        self.assertIn("observed at 2026-06-30T22:00:00Z (--observed-at)", done.stdout)
        self.assertIn("5 objects from 3 files; what was read is complete", done.stdout)

    def test_an_incomplete_import_ends_with_3(self):
        self.write("export/users.json", page(person("u1"), **{"@odata.nextLink": "https://graph.microsoft.com/x"}))
        done = tenure("import", self.folder / "export", "--db", self.database, expect=(3,))
        self.assertIn("its last page is missing", done.stdout)

    def test_a_refused_file_ends_with_3_and_the_others_are_imported(self):
        self.write("export/bad.json", '{"value":[\n{"id":}]}')
        self.tenant()
        done = tenure("import", self.folder / "export", "--db", self.database, expect=(3,))
        self.assertIn("bad.json:2:7: expected a value", done.stdout)
        self.assertIn("5 objects", done.stdout)

    def test_unknown_options_and_commands(self):
        self.assertIn("--colour", self.fails("import", "x", "--colour"))
        self.assertIn("frobnicate", self.fails("frobnicate"))
        self.assertIn("--format", self.fails("report", "access", "--format", "pdf"))
        self.assertIn("is no moment", self.fails("report", "access", "--as-of", "yesterday"))
        self.assertIn("exclude each other", self.fails("import", "x", "--complete", "--partial"))

    def test_missing_files(self):
        self.assertIn("no such file or folder", self.fails("import", self.folder / "nowhere", "--db", self.database))
        self.assertFalse(self.database.exists())
        for command in (["status"], ["report", "access"], ["explain", "Ann"]):
            self.assertIn("no database there", self.fails(*command, "--db", self.database))

    def test_a_folder_without_anything_known(self):
        self.write("other/notes.txt", "nothing")
        self.write("other/data.json", '{"shoeSize": 42}')
        line = self.fails("import", self.folder / "other", "--db", self.database)
        self.assertIn("nothing in there is an export that tenure knows", line)
        self.assertFalse(self.database.exists())
        (self.folder / "empty").mkdir()
        self.assertIn("holds no files", self.fails("import", self.folder / "empty", "--db", self.database))

    def test_databases_of_others(self):
        self.tenant()
        connection = sqlite3.connect(self.database)
        connection.execute("CREATE TABLE theirs (x)")
        connection.commit()
        connection.close()
        before = self.database.read_bytes()
        for command in (["import", self.folder / "export"], ["status"], ["report", "access"], ["explain", "Ann"]):
            self.assertIn("of another program", self.fails(*command, "--db", self.database))
        self.assertEqual(self.database.read_bytes(), before)
        self.write("notes.txt", "no database\n" * 1000)
        self.assertIn("not a tenure database", self.fails("status", "--db", self.folder / "notes.txt"))
        self.assertIn("not a tenure database", self.fails("status", "--db", self.folder / "export"))
        os.mkfifo(self.folder / "pipe")
        self.assertIn("not a tenure database", self.fails("status", "--db", self.folder / "pipe"))
        self.assertEqual([name for name in os.listdir(self.folder) if "lock" in name], [])

    def test_a_newer_database(self):
        self.imported()
        connection = sqlite3.connect(self.database)
        connection.execute("PRAGMA user_version = 99")
        connection.close()
        for command in (["import", self.folder / "export"], ["status"], ["report", "access"], ["explain", "Ann"]):
            self.assertIn("written by a newer tenure (schema 99", self.fails(*command, "--db", self.database))

    def test_a_place_that_cannot_be_written(self):
        self.tenant()
        line = self.fails("import", self.folder / "export", "--db", self.folder / "no/where.sqlite")
        self.assertIn("cannot be written: no such file or directory", line)

    def test_as_of_before_the_first_snapshot(self):
        self.imported()
        line = self.fails("report", "access", "--db", self.database, "--as-of", "2026-06-29", "--out", self.folder)
        self.assertIn("the first snapshot was observed at 2026-06-30T22:00:00Z", line)
        self.assertIn("the first snapshot", self.fails("explain", "Ann", "--db", self.database, "--as-of", "2026-06-29"))

    def test_as_of_a_day_is_its_end(self):
        self.imported()
        tenure("report", "access", "--db", self.database, "--as-of", "2026-06-30", "--out", self.folder, expect=(0, 3))

    def test_as_of_between_two_snapshots_shows_the_earlier(self):
        self.imported()
        self.write("export/groups/g1/members.json", page({"id": "u2"}))
        tenure("import", self.folder / "export", "--db", self.database, "--observed-at", "2026-07-31")
        counts = []
        for moment in ("2026-07-30", "2026-07-31"):
            out = self.folder / moment
            tenure("report", "access", "--db", self.database, "--as-of", moment, "--scope", "all", "--out", out,
                   "--format", "csv", expect=(0, 3))
            counts.append(len(read_csv(out / "access.csv")))
        self.assertEqual(counts, [2, 1])

    def test_importing_twice_gives_the_same_file(self):
        files = []
        for moment in ("2026-06-30T22:00:00Z", "2026-06-30T22:00:00Z"):
            self.imported(moment)
            tenure("report", "access", "--db", self.database, "--as-of", "2026-07-31", "--scope", "all", "--all",
                   "--out", self.folder / "out", "--format", "csv", expect=(0, 3))
            files.append((self.folder / "out/access.csv").read_bytes())
        self.assertEqual(files[0], files[1])

    def test_a_second_import_says_who_holds_the_database(self):
        self.tenant()
        os.mkfifo(self.folder / "never")
        script = (
            "import fcntl, os, sys, time; f = open(sys.argv[1], 'w'); f.write('process %d' % os.getpid()); f.flush();"
            "fcntl.flock(f, fcntl.LOCK_EX); print('held', flush=True); time.sleep(60)")
        holder = subprocess.Popen(
            ["python3", "-c", script, str(self.database) + ".lock"], stdout=subprocess.PIPE, text=True)
        try:
            self.assertEqual(holder.stdout.readline(), "held\n")
            line = self.fails("import", self.folder / "export", "--db", self.database)
            self.assertIn(f"in use by process {holder.pid}", line)
        finally:
            holder.kill()
            holder.wait()
            holder.stdout.close()

    def test_a_broken_pipe_is_no_failure(self):
        self.imported()
        reading, writing = os.pipe()
        os.close(reading)
        done = subprocess.run([str(TENURE), "status", "--db", str(self.database)], stdout=writing, timeout=60)
        os.close(writing)
        self.assertEqual(done.returncode, 0)

    def test_no_terminal_is_told_what_to_do(self):
        name = f"bad{HOSTILE}.json".replace("/", "")
        self.write(f"export/{name}", "{")
        self.write("export/error.json", json.dumps({"error": {"code": HOSTILE}}))
        self.write("export/organization.json", page({"id": "t" + HOSTILE, "displayName": HOSTILE, "verifiedDomains": []}))
        self.write("export/users.json", page({**person("u1", "Ann" + HOSTILE), "field" + HOSTILE: 1}))
        self.write("export/groups/g1/members.json", page({"id": "u1"}))
        commands = [
            ["import", self.folder / "export"], ["status"], ["status", "--remarks"], ["explain", "u1"],
            ["explain", "nobody" + HOSTILE], ["import", self.folder / ("x" + HOSTILE)], ["status", "--x" + HOSTILE],
        ]
        for command in commands:
            done = tenure(*command, "--db", self.database, expect=(0, 2, 3))
            self.assertNotRegex(done.stdout + done.stderr, "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

    def test_hostile_files_are_never_waited_for(self):
        self.tenant()
        for name in ("pipe", "pipe.json"):
            os.mkfifo(self.folder / "export" / name)
        os.symlink(self.folder / "export", self.folder / "export/loop")
        tenure("import", self.folder / "export", "--db", self.database)
        for path in (self.folder / "export/pipe", "/dev/zero", "/dev/null"):
            self.fails("import", path, "--db", self.database)

    def test_a_name_that_is_no_text(self):
        self.tenant()
        path = os.fsencode(self.folder / "export") + b"/bad\xff.json"
        with open(path, "w", encoding="utf-8") as file:
            file.write(page(person("u3")))
        done = tenure("import", self.folder / "export", "--db", self.database, expect=(3,))
        self.assertIn("5 objects", done.stdout)

    def test_help_teaches_by_example(self):
        for command in ([], ["import"], ["report"], ["explain"], ["status"]):
            self.assertIn("\n  tenure ", tenure(*command, "--help").stdout)
