"""A database that is not as tenure left it is never reported from: it is said what is wrong with it."""

import random
import shutil
import sqlite3

from support import JULY, ROOT, Sample, tenure


class Damage(Sample):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.whole = cls.database
        cls.bytes = cls.whole.read_bytes()
        cls.rows = cls.report(cls.whole)

    @classmethod
    def report(cls, database):
        """The rows; nothing where the report is refused."""
        out = cls.folder / "out"
        shutil.rmtree(out, ignore_errors=True)
        done = tenure("report", "access", "--db", database, "--as-of", JULY, "--scope", "all", "--all",
                      "--format", "csv", "--out", out, expect=(0, 2))
        if done.returncode == 2:
            cls.refusal = done.stderr
            assert not (out / "access.csv").exists()
            return None
        return (out / "access.csv").read_bytes()

    def damaged(self, data):
        path = self.folder / "damaged.sqlite"
        path.write_bytes(data)
        return path

    def refused(self, database, *words):
        """Every command refuses it and says why; it stays as it is."""
        before = database.read_bytes()
        for command in (["status"], ["report", "access", "--out", self.folder / "out"], ["explain", "Mira Castellan"],
                        ["import", ROOT / "Samples/contoso/2026-07"]):
            done = tenure(*command, "--db", database, expect=(2,))
            self.assertEqual(done.stdout, "")
            self.assertEqual(len(done.stderr.splitlines()), 1)
            for word in words:
                self.assertIn(word, done.stderr)
        self.assertEqual(database.read_bytes(), before)
        self.assertEqual([path.name for path in self.folder.glob(database.name + "?*")], [])

    def test_a_whole_one_is_said_to_be_so(self):
        self.assertIn("whole: every page is as tenure left it", tenure("status", "--db", self.whole).stdout)

    def test_cut_in_half(self):
        half = len(self.bytes) // 2
        self.refused(self.damaged(self.bytes[:half]), "damaged", f"cut off: {half} of {len(self.bytes)} bytes")

    def test_cut_at_any_page(self):
        chance = random.Random(7)
        pages = len(self.bytes) // 4096
        for page in chance.sample(range(1, pages), 12):
            self.assertIsNone(self.report(self.damaged(self.bytes[:page * 4096])))
            self.assertIn("cut off", self.refusal)

    def test_a_flipped_bit_is_refused_or_changes_nothing(self):
        chance = random.Random(8)
        refused = 0
        for number in range(60):
            # Every other one in the first pages, where the schema is.
            place = chance.randrange(len(self.bytes) if number % 2 else 8192)
            data = bytearray(self.bytes)
            data[place] ^= 1 << chance.randrange(8)
            path = self.damaged(data)
            rows = self.report(path)
            self.assertIn(rows, (None, self.rows), f"a bit of byte {place}")
            status = tenure("status", "--db", path, expect=(0, 2)).returncode
            self.assertEqual(status == 2, rows is None, f"a bit of byte {place}")
            refused += rows is None
        self.assertGreater(refused, 50)

    def test_a_changed_name_is_noticed_although_the_structure_is_whole(self):
        place = self.bytes.index(b"Mira Castellan")
        self.refused(
            self.damaged(self.bytes[:place] + b"Mara" + self.bytes[place + 4:]), "damaged, or changed by another program")

    def test_pages_that_changed_places(self):
        pages = [self.bytes[place:place + 4096] for place in range(0, len(self.bytes), 4096)]
        pages[20], pages[21] = pages[21], pages[20]
        self.refused(self.damaged(b"".join(pages)), "damaged")

    def test_what_another_program_changed_can_be_accepted(self):
        path = self.damaged(self.bytes)
        connection = sqlite3.connect(path)
        connection.execute("VACUUM")
        connection.execute("CREATE INDEX own ON user (displayName)")
        connection.close()
        self.refused(path, "changed by another program", "tenure status --accept")
        self.assertIn("whole: every page", tenure("status", "--accept", "--db", path).stdout)
        self.assertEqual(self.report(path), self.rows)

    def test_damage_cannot_be_accepted(self):
        data = bytearray(self.bytes)
        data[29 * 4096:30 * 4096] = bytes(4096)
        path = self.damaged(data)
        self.assertIn("damaged", tenure("status", "--accept", "--db", path, expect=(2,)).stderr)
        self.assertEqual(path.read_bytes(), bytes(data))
