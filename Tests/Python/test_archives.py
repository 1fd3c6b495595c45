"""Archives of exports: the same rows as the folder, nothing of a hostile one, and bounded memory."""

import io
import os
import pathlib
import random
import re
import struct
import subprocess
import sys
import tarfile
import tempfile
import unittest
import zipfile

from support import JULY, ROOT, TENURE, tenure

SAMPLE = ROOT / "Samples/contoso/2026-07"
FILES = sorted(file for file in SAMPLE.rglob("*") if file.is_file())
USERS = b'{"value": [{"id": "u1", "userPrincipalName": "ann@contoso.example"}]}'


def make_zip(file, entries, method=zipfile.ZIP_DEFLATED):
    """Names and contents, in this order, names as they are."""
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in entries:
            info = zipfile.ZipInfo("place")
            info.filename = name
            info.compress_type = method
            archive.writestr(info, content)


def make_tar(file, entries, mode="w:gz"):
    with tarfile.open(file, mode) as archive:
        for name, content in entries:
            info = content if isinstance(content, tarfile.TarInfo) else tarfile.TarInfo(name)
            info.name = name
            if not isinstance(content, tarfile.TarInfo):
                info.size = len(content)
            archive.addfile(info, None if isinstance(content, tarfile.TarInfo) else io.BytesIO(content))


def special(kind, target=""):
    info = tarfile.TarInfo("special")
    info.type, info.linkname = kind, target
    return info


# In a process of its own: a child's memory counts what its parent held when it began.
MEASURE = """
import os, subprocess, sys
process = subprocess.Popen(sys.argv[1:])
_, status, usage = os.wait4(process.pid, 0)
print(os.waitstatus_to_exitcode(status), usage.ru_maxrss // 1024)
"""


def peak(*arguments):
    """Exit code, what was said on standard error, and the most memory that was held, in MB."""
    done = subprocess.run([sys.executable, "-c", MEASURE, TENURE, *map(str, arguments)], capture_output=True, text=True)
    code, memory = done.stdout.split("\n")[-2].split()
    return int(code), done.stderr, int(memory)


class Archives(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.database = self.folder / "tenure.sqlite"

    def rows(self, path):
        """access.json after an import of the path alone, without the moment of the import."""
        database = self.folder / f"{path.name}.sqlite"
        tenure("import", path, "--observed-at", JULY, "--db", database)
        out = self.folder / f"{path.name}.out"
        tenure("report", "access", "--db", database, "--as-of", JULY, "--generated-at", JULY, "--format", "json",
               "--out", out)
        return re.sub(rb'"importedAt": ?"[^"]*"', b"", (out / "access.json").read_bytes())

    def contents(self):
        return [(str(file.relative_to(SAMPLE)), file.read_bytes()) for file in FILES]

    def refused(self, path, words, *arguments):
        """The archive is refused for this reason, and nothing of it is in the database."""
        done = tenure("import", path, "--db", self.database, *arguments, expect=(2,))
        self.assertIn(words, done.stderr)
        self.assertFalse(self.database.exists())
        return done

    def test_any_archive_of_the_sample_gives_the_rows_of_the_folder(self):
        folder = self.rows(SAMPLE)
        self.assertGreater(len(folder), 100_000)
        make_zip(self.folder / "a.zip", self.contents())
        make_zip(self.folder / "stored.zip", self.contents(), zipfile.ZIP_STORED)
        for ending, mode in (("tar.gz", "w:gz"), ("tgz", "w:gz"), ("tar", "w"), ("tar.xz", "w:xz"), ("tar.bz2", "w:bz2")):
            make_tar(self.folder / f"a.{ending}", self.contents(), mode)
        for archive in [*self.folder.glob("*.zip"), *self.folder.glob("a.t*")]:
            with self.subTest(archive.name):
                self.assertEqual(self.rows(archive), folder)

    def test_the_order_of_the_entries_does_not_matter(self):
        shuffled = self.contents()
        random.Random(7).shuffle(shuffled)
        make_tar(self.folder / "shuffled.tar.gz", shuffled)
        self.assertEqual(self.rows(self.folder / "shuffled.tar.gz"), self.rows(SAMPLE))

    def test_an_archive_made_by_tar_of_a_folder_from_within(self):
        subprocess.run(["tar", "-czf", self.folder / "dots.tar.gz", "-C", SAMPLE, "."], check=True)
        self.assertEqual(self.rows(self.folder / "dots.tar.gz"), self.rows(SAMPLE))

    def test_backslashes_part_folders_as_older_windows_programs_write_them(self):
        make_zip(self.folder / "a.zip", [(name.replace("/", "\\"), content) for name, content in self.contents()])
        self.assertEqual(self.rows(self.folder / "a.zip"), self.rows(SAMPLE))

    def test_an_archive_is_known_by_its_content_where_its_name_has_no_ending(self):
        make_zip(self.folder / "export", [("users.json", USERS)])
        said = tenure("import", self.folder / "export", "--db", self.database, "--observed-at", JULY).stdout
        self.assertIn("1 objects from 1 files", said)

    def test_a_broken_file_is_named_within_its_archive_and_the_others_go_on(self):
        make_zip(self.folder / "a.zip", [("groups.json", b'{"value": [\n {"id": ,}]}'), ("users.json", USERS)])
        done = tenure("import", self.folder / "a.zip", "--db", self.database, "--observed-at", JULY, expect=(3,))
        self.assertIn("a.zip/groups.json:2:9: expected a value", done.stdout)
        self.assertIn("user  1", done.stdout)

    def test_names_that_lead_elsewhere_refuse_the_archive(self):
        for number, (name, words) in enumerate([
                ("../users.json", "leads out of it"), ("a/../../users.json", "leads out of it"),
                ("a\\..\\..\\users.json", "leads out of it"), ("/etc/users.json", "begins at the root"),
                ("C:\\users.json", "begins at the root"), ("C:users.json", "begins at the root"),
                ("\\\\server\\users.json", "begins at the root"), ("a\nb/users.json", "a control character"),
                ("a\x1b[2Jb.json", "a control character"), ("x" * 5000 + ".json", "a name of more than")]):
            for kind, make in (("zip", make_zip), ("tar.gz", make_tar)):
                with self.subTest(name=name[:40], kind=kind):
                    file = self.folder / f"{number}.{kind}"
                    make(file, [("groups.json", b'{"value": []}'), (name, USERS)])
                    self.assertNotIn("\x1b", self.refused(file, words).stderr)

    def test_a_name_that_comes_twice_refuses_the_archive(self):
        entries = [("users.json", USERS), ("users.json", b'{"value": []}')]
        for name, make in (("a.zip", make_zip), ("a.tar.gz", make_tar)):
            make(self.folder / name, entries)
            self.refused(self.folder / name, "twice")
        make_tar(self.folder / "b.tar", [("users.json", USERS), ("./users.json", USERS)], "w")
        self.refused(self.folder / "b.tar", "twice")

    def test_a_zero_byte_cuts_no_other_name_out(self):
        make_zip(self.folder / "a.zip", [("usersX.json", USERS), ("users", USERS)])
        file = self.folder / "a.zip"
        file.write_bytes(file.read_bytes().replace(b"usersX.json", b"users\0.json"))
        self.refused(file, "twice")

    def test_devices_pipes_and_second_names_refuse_the_archive(self):
        for number, (info, words) in enumerate([
                (special(tarfile.CHRTYPE), "a device or a pipe"), (special(tarfile.BLKTYPE), "a device or a pipe"),
                (special(tarfile.FIFOTYPE), "a device or a pipe"),
                (special(tarfile.LNKTYPE, "users.json"), "a second name"),
                (special(tarfile.LNKTYPE, "/etc/passwd"), "a second name")]):
            file = self.folder / f"{number}.tar.gz"
            make_tar(file, [("users.json", USERS), ("groups.json", info)])
            self.refused(file, words)

    def test_links_and_hidden_files_are_left_aside_as_in_a_folder(self):
        make_tar(self.folder / "a.tar.gz", [
            ("users.json", USERS), ("groups.json", special(tarfile.SYMTYPE, "/etc/passwd")), (".secret.json", USERS),
            ("__MACOSX/._users.json", b"\0")])
        done = tenure("import", self.folder / "a.tar.gz", "--db", self.database, "--observed-at", JULY)
        self.assertIn("a.tar.gz/groups.json: a symbolic link, which is not followed", done.stdout)
        self.assertIn("a.tar.gz/.secret.json: hidden, and not read", done.stdout)
        self.assertIn("1 objects from 1 files; 3 left aside", done.stdout)

    def test_archives_within_archives_are_said_and_not_opened(self):
        inner = self.folder / "inner.zip"
        make_zip(inner, [("users.json", USERS)])
        make_zip(self.folder / "a.zip", [("inner.zip", inner.read_bytes()), ("users.json", USERS)])
        done = tenure("import", self.folder / "a.zip", "--db", self.database, "--observed-at", JULY, expect=(3,))
        self.assertIn("refused: " + str(self.folder / "a.zip/inner.zip"), done.stdout)
        self.assertIn("an archive within an archive", done.stdout)

    def test_encrypted_entries_are_said(self):
        file = self.folder / "a.zip"
        make_zip(file, [("groups.json", b'{"value": []}'), ("users.json", USERS)])
        content = bytearray(file.read_bytes())
        # Bit 0 of the flags of the first entry, in both of its heads.
        content[6] |= 1
        content[content.index(b"PK\x01\x02") + 8] |= 1
        file.write_bytes(content)
        done = tenure("import", file, "--db", self.database, "--observed-at", JULY, expect=(3,))
        self.assertIn("a.zip/groups.json: encrypted in the archive", done.stdout)

    def test_packing_that_asks_for_much_memory_is_not_read(self):
        make_zip(self.folder / "a.zip", [("users.json", USERS)], zipfile.ZIP_LZMA)
        done = tenure("import", self.folder / "a.zip", "--db", self.database, "--observed-at", JULY, expect=(2,))
        self.assertIn("packed by a method that is not read", done.stderr)

    def test_a_damaged_archive_is_refused_as_a_whole(self):
        entries = [("users.json", USERS), ("groups.json", os.urandom(4096))]
        make_zip(self.folder / "a.zip", entries, zipfile.ZIP_STORED)
        whole = (self.folder / "a.zip").read_bytes()
        (self.folder / "b.zip").write_bytes(whole.replace(b"ann@", b"bob@"))
        self.refused(self.folder / "b.zip", "the archive is damaged at \"users.json\"")
        make_tar(self.folder / "a.tar.gz", entries)
        packed = (self.folder / "a.tar.gz").read_bytes()
        (self.folder / "b.tar.gz").write_bytes(packed[: len(packed) // 2])
        self.refused(self.folder / "b.tar.gz", "truncated gzip input")
        (self.folder / "c.zip").write_bytes(os.urandom(1000))
        self.refused(self.folder / "c.zip", "the archive")

    def test_bombs_are_refused_in_little_memory_and_time(self):
        # Zeros, which take no room here: what this process holds would be counted.
        with open(self.folder / "users.json", "wb") as file:
            file.truncate(100 << 20)
        with zipfile.ZipFile(self.folder / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("groups.json", b'{"value": []}')
            archive.write(self.folder / "users.json", "users.json")
        with tarfile.open(self.folder / "a.tar.gz", "w:gz") as archive:
            archive.add(self.folder / "users.json", "users.json")
        for name in ("a.zip", "a.tar.gz"):
            code, said, memory = peak("import", self.folder / name, "--db", self.database)
            self.assertEqual(code, 2, said)
            self.assertIn("unpacks to more than 200 times its size", said)
            self.assertLess(memory, 100)
            self.assertFalse(self.database.exists())

    def test_a_size_that_an_entry_does_not_have_is_no_way_around_the_bounds(self):
        # The head of the archive tells a small size; what is read counts.
        make_zip(self.folder / "a.zip", [("users.json", b" " * (20 << 20))])
        content = bytearray((self.folder / "a.zip").read_bytes())
        for magic, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
            struct.pack_into("<I", content, content.index(magic) + place, 10)
        (self.folder / "a.zip").write_bytes(content)
        self.refused(self.folder / "a.zip", "the archive")

    def test_the_bounds_can_be_raised_and_lowered(self):
        make_zip(self.folder / "a.zip", [("users.json", USERS + b" " * (70 << 20))])
        self.refused(self.folder / "a.zip", "--unpacked-ratio allows more")
        self.refused(self.folder / "a.zip", "more than 10 MB; --unpacked-size allows more", "--unpacked-size", "10MB")
        done = tenure("import", self.folder / "a.zip", "--db", self.database, "--observed-at", JULY,
                      "--unpacked-ratio", "2000")
        self.assertIn("user  1", done.stdout)

    def test_a_large_file_is_read_piece_by_piece(self):
        item = '{{"id": "{0:08d}-0000-4000-8000-000000000000", "userPrincipalName": "p{0}@contoso.example", "x": "{1}"}}'
        noise = random.Random(3)
        text = ",\n".join(item.format(number, "%x" % noise.getrandbits(6000)) for number in range(15_000))
        content = ('{"value": [' + text + "]}").encode()
        self.assertGreater(len(content), 20 << 20)
        make_zip(self.folder / "a.zip", [("users.json", content), ("x/groups.json", b'{"value": []}')])
        make_tar(self.folder / "a.tar.gz", [("users.json", content)])
        for name in ("a.zip", "a.tar.gz"):
            database = self.folder / f"{name}.sqlite"
            said = tenure("import", self.folder / name, "--db", database, "--observed-at", JULY).stdout
            self.assertRegex(said, "user +15000\n")


if __name__ == "__main__":
    unittest.main()
