"""Every number of the overview, counted again from the CSV that it names, in the way that it says."""

import re
from collections import Counter

from support import Sample, read_csv, tenure


def holds(row, condition):
    """`status active, delivering or overdue`, `personType other than guest`, `packageId not empty`."""
    name, words = condition.split(" ", 1)
    if words == "not empty":
        return row[name] != ""
    wanted = set(re.split(r", | or ", words.removeprefix("other than ")))
    return (row[name] in wanted) != words.startswith("other than ")


def counted(rows, how):
    """`all rows`, `rows with CONDITION and CONDITION`, `each COLUMN with COLUMN once, in rows with CONDITION`."""
    what, conditions = re.fullmatch(r"(?:all )?(?:each (.+) once, in )?rows(?: with (.+))?", how).groups()
    found = [row for row in rows if all(holds(row, one) for one in (conditions or "").split(" and ") if one)]
    return len({tuple(row[name] for name in what.split(" with ")) for row in found}) if what else len(found)


class Overview(Sample):
    def written(self, *arguments):
        out = self.folder / self.id()
        tenure("report", "overview", "access", "--db", self.database, "--as-of", "2026-07-31", "--format", "csv",
               "--out", out, *arguments)
        return out

    def test_every_total_can_be_counted_again_as_it_says(self):
        for arguments in ((), ("--all",), ("--scope", "all")):
            out = self.written(*arguments)
            totals = read_csv(out / "overview.csv")
            for total in totals:
                count = counted(read_csv(out / total["file"]), total["countedBy"])
                self.assertEqual(int(total["count"]), count, total)
            self.assertGreater(sum(int(total["count"]) > 0 for total in totals), 15)

    def test_kinds_and_ends_are_those_of_the_rows(self):
        out = self.written("--all")
        access = read_csv(out / "access.csv")
        kinds = {(row["grant"], row["status"]): int(row["count"]) for row in read_csv(out / "overview-kinds.csv")}
        self.assertEqual(kinds, Counter((row["grant"], row["status"]) for row in access))
        ends = {(row["ends"], row["untilKind"]): int(row["count"]) for row in read_csv(out / "overview-ends.csv")}
        words = {"never": "does not end", "open": "no end set", "unknown": "not known"}
        expected = Counter((words.get(row["untilKind"], row["until"][:7]), row["untilKind"]) for row in access)
        self.assertEqual({key: count for key, count in ends.items() if count}, expected)

    def test_no_month_between_the_first_end_and_the_last_is_left_out(self):
        months = [row["ends"] for row in read_csv(self.written() / "overview-ends.csv") if row["untilKind"] == "date"]
        numbers = [int(month[:4]) * 12 + int(month[5:]) for month in months]
        self.assertEqual(numbers, list(range(numbers[0], numbers[0] + len(numbers))))
