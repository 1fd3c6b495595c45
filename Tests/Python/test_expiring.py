"""Access by its end: the four tables and the months, against the rows of the report access."""

from collections import Counter

from support import Sample

NOW = "2026-07-31T23:59:59Z"


class Expiring(Sample):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.access = cls.tables("access")["access"]
        cls.expiring = cls.tables("expiring")

    @staticmethod
    def key(row):
        return row["personId"], row["resourceId"], row["roleId"], row["grant"], row["assignmentId"]

    def expect(self, table, wanted):
        self.assertTrue(wanted)
        self.assertEqual(sorted(map(self.key, self.expiring[table])), sorted(map(self.key, wanted)))

    def test_what_ends_within_thirty_days(self):
        self.expect("expiring", [row for row in self.access if NOW < row["until"] <= "2026-08-30T23:59:59Z"])

    def test_what_should_have_ended(self):
        self.expect("overdue", [row for row in self.access if row["untilKind"] == "date" and row["until"] <= NOW])
        self.assertEqual({row["personName"]: row["daysOver"] for row in self.expiring["overdue"]}, {"Grace Tembo": "6"})

    def test_what_nothing_ends(self):
        self.expect("endless", [row for row in self.access if row["untilKind"] in ("never", "open")])

    def test_unknown_is_neither(self):
        self.expect("unknown", [row for row in self.access if row["untilKind"] == "unknown"])

    def test_the_months_count_every_grant_once(self):
        months = self.expiring["months"]
        expected = Counter(
            row["untilKind"] if row["untilKind"] != "date" else "overdue" if row["until"] <= NOW else row["until"][:7]
            for row in self.access)
        self.assertEqual({row["month"]: int(row["grants"]) for row in months if row["grants"] != "0"}, expected)
        self.assertEqual([row["month"] for row in months][:3], ["overdue", "2026-07", "2026-08"])

    def test_the_time_ahead_can_be_chosen(self):
        year = self.tables("expiring", "--set", "within=P1Y")["expiring"]
        self.assertEqual(len(year), len([row for row in self.access if NOW < row["until"] <= "2027-07-31T23:59:59Z"]))
        self.assertEqual([row["until"] for row in year], sorted(row["until"] for row in year))
