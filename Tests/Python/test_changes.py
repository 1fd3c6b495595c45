"""What changed between the sample's two snapshots."""

from collections import Counter

from support import Sample, read_csv, tenure


class Changes(Sample):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        tenure("report", "changes", "--db", cls.database, "--as-of", "2026-07-31", "--out", cls.folder / "changes")
        cls.rows = read_csv(cls.folder / "changes" / "changes.csv")

    def of(self, person):
        return [(row["change"], row["resourceName"], row["grant"]) for row in self.rows if row["personName"] == person]

    def access(self, day):
        return read_csv(self.report("--as-of", day, "--format", "csv") / "access.csv")

    def test_gained_and_lost_are_the_difference_of_the_two_reports(self):
        def keys(rows):
            # Ines Moreau was a subject without a directory id at first.
            return {
                (row["personName"], row["resourceId"], row["roleId"], row["grant"], row["assignmentId"]) for row in rows
            }

        before, after = keys(self.access("2026-07-01")), keys(self.access("2026-07-31"))
        changed = Counter(row["change"] for row in self.rows)
        self.assertEqual(changed["gained"], len(after - before))
        self.assertEqual(changed["lost"], len(before - after))
        self.assertGreater(changed["altered"], 0)

    def test_a_subject_that_gained_a_directory_id_is_the_same_person(self):
        self.assertEqual({change for change, _, _ in self.of("Ines Moreau")}, {"altered"})

    def test_an_extension_is_told_with_the_end_before(self):
        row = next(row for row in self.rows if row["personName"] == "Hugo Martel" and row["resourceType"] == "group")
        self.assertEqual(row["change"], "altered")
        self.assertEqual((row["previousUntil"][:10], row["until"][:10]), ("2026-07-21", "2026-10-19"))

    def test_only_altered_rows_tell_what_was_before(self):
        for row in self.rows:
            self.assertEqual(bool(row["previousStatus"]), row["change"] == "altered")

    def test_with_one_snapshot_there_is_nothing_to_compare(self):
        out = self.folder / "one"
        done = tenure(
            "report", "changes", "--db", self.database, "--as-of", "2026-07-01", "--out", out, expect=(2,))
        self.assertIn("only one snapshot", done.stderr)
        done = tenure("report", "--db", self.database, "--as-of", "2026-07-01", "--out", out)
        self.assertIn("left out: changes", done.stderr)
        self.assertTrue((out / "access.csv").exists())
