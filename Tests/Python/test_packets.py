"""Who decides what: found again from the exports by the rule as the manual states it, and decided in a browser and in Excel."""

import json
import pathlib
import unittest
from collections import Counter, defaultdict

import openpyxl

from support import ROOT, Sample, read_csv, tenure

CHROMIUM = pathlib.Path("/usr/bin/chromium")
EXPORTS = ROOT / "Samples/contoso/2026-07"
ORGANIZATIONS = "identityGovernance/entitlementManagement"
RULE = ("sponsor", "organizationSponsor", "manager", "owner", "default")


def items(path):
    file = EXPORTS / path
    return json.loads(file.read_text(encoding="utf-8"))["value"] if file.exists() else []


class Exports:
    """What the exports say of July, as an auditor would look it up."""

    def __init__(self):
        self.users = {user["id"]: user for user in items("users.json")}
        self.groups = {group["id"] for group in items("groups.json")}
        self.organizations = defaultdict(set)
        for page in sorted((EXPORTS / ORGANIZATIONS).glob("assignments*.json")):
            for assignment in json.loads(page.read_text(encoding="utf-8"))["value"]:
                target = assignment["target"]
                if target.get("connectedOrganization"):
                    self.organizations[target.get("objectId") or target["id"]].add(target["connectedOrganization"]["id"])
        self.domains = defaultdict(set)
        for organization in items(f"{ORGANIZATIONS}/connectedOrganizations.json"):
            for source in organization["identitySources"]:
                if source.get("domainName"):
                    self.domains[source["domainName"].lower()].add(organization["id"])

    def named(self, part, row, default):
        user = self.users.get(row["personId"], {})
        if part == "sponsor":
            return [one["id"] for one in user.get("sponsors", [])]
        if part == "organizationSponsor":
            ids = self.organizations[row["personId"]] or self.domains[row["personEmail"].partition("@")[2].lower()]
            return [one["id"] for id in ids
                    for one in items(f"{ORGANIZATIONS}/connectedOrganizations/{id}/internalSponsors.json")]
        if part == "manager":
            return [user["manager"]["id"]] if user.get("manager") else []
        if part == "owner":
            group = row["resourceId"] if row["resourceType"] == "group" else row["viaId"]
            return [one["id"] for one in items(f"groups/{group}/owners.json")] if group else []
        return [default] if default else []

    def inside(self, id, seen):
        """The users that an id stands for: itself, or all in the group."""
        if id not in self.groups:
            return {id}
        if id in seen:
            return set()
        return {user for one in items(f"groups/{id}/members.json") for user in self.inside(one["id"], seen | {id})}

    def reviewers(self, row, rule=RULE, default=None):
        for part in rule:
            found = {user for id in self.named(part, row, default) for user in self.inside(id, frozenset())}
            found = {id for id in found if id != row["personId"] and self.users.get(id, {}).get("accountEnabled", False)}
            if found:
                return part, found
        return None, set()


class Packets(Sample):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.exports = Exports()

    def written(self, *arguments, reviewer="all", formats="csv", expect=(0,)):
        self.out = self.folder / self.id()
        done = tenure("report", "packet", "--reviewer", reviewer, "--db", self.database, "--as-of", "2026-07-31",
                      "--format", formats, "--out", self.out, *arguments, expect=expect)
        return done

    def access(self, *arguments):
        """The rows of access, with the id of the group that conveys each."""
        out = self.folder / "access"
        tenure("report", "access", "--db", self.database, "--as-of", "2026-07-31", "--format", "csv,json", "--out", out)
        rows = read_csv(out / "access.csv")
        for row, told in zip(rows, json.loads((out / "access.json").read_text(encoding="utf-8"))["tables"][0]["rows"]):
            row["viaId"] = told["via"][0]["id"] if told["via"] else None
        return rows

    def key(self, row):
        return tuple(row[name] for name in ("personId", "resourceId", "roleId", "grant", "assignmentId"))

    def packets(self):
        """By reviewer: how often each row is in the packet, and as what."""
        found = {}
        for reviewer in read_csv(self.out / "packets.csv"):
            rows = read_csv((self.out / reviewer["file"]).with_suffix(".csv"))
            found[reviewer["reviewerId"]] = Counter((self.key(row), row["part"]) for row in rows)
            self.assertEqual(len(rows), int(reviewer["decisions"]))
            self.assertEqual(len({row["personId"] for row in rows}), int(reviewer["persons"]))
        return found

    def check_rule(self, rows, rule=RULE, default=None):
        expected, nobodys = defaultdict(Counter), Counter()
        for row in rows:
            part, reviewers = self.exports.reviewers(row, rule, default)
            for reviewer in reviewers:
                expected[reviewer][(self.key(row), part)] += 1
            if not reviewers:
                nobodys[self.key(row)] += 1
        self.assertEqual(self.packets(), dict(expected))
        self.assertEqual(Counter(self.key(row) for row in read_csv(self.out / "packets-unassigned.csv")), nobodys)
        return expected, nobodys

    def test_guests_are_decided_by_whom_the_rule_finds(self):
        self.written()
        rows = [row for row in self.access() if row["personType"] == "guest" or row["external"] == "true"]
        _, nobodys = self.check_rule(rows)
        # Nora Whitfield's role in the ledger: her sponsor is disabled, no organization is hers.
        self.assertEqual(sum(nobodys.values()), 1)
        row, = read_csv(self.out / "packets-unassigned.csv")
        self.assertEqual((row["personName"], row["passedOver"]), ("Nora Whitfield", "Dimitri Pavlov (disabled)"))
        passed = [(row["reviewerName"], row["obstacle"]) for row in read_csv(self.out / "packets-passed.csv")]
        self.assertEqual(passed, [("Dimitri Pavlov", "disabled")])

    def test_everybody_is_decided_by_whom_the_rule_finds(self):
        jonas = next(id for id, user in self.exports.users.items() if user["displayName"] == "Jonas Weill")
        self.written("--set", "who=all", "--set", "rule=owner,manager,default", "--set", "default=Jonas Weill")
        expected, nobodys = self.check_rule(self.access(), ("owner", "manager", "default"), jonas)
        self.assertGreater(len(expected), 10)
        # What is Jonas's own and nobody else's.
        self.assertEqual({key[0] for key in nobodys} - {jonas}, set())

    def test_nobody_decides_on_their_own_access(self):
        self.written("--set", "who=all")
        for reviewer, rows in self.packets().items():
            self.assertNotIn(reviewer, {key[0] for key, _ in rows})

    def test_a_group_as_sponsor_is_all_who_are_in_it(self):
        self.written()
        sales = {one["id"] for group in items("groups.json") if group["displayName"] == "All Sales"
                 for one in items(f"groups/{group['id']}/members.json")}
        having = {id for id, rows in self.packets().items() if any(key[0] == self.ana for key, _ in rows)}
        self.assertEqual(having, sales)
        self.assertGreater(len(having), 4)

    @property
    def ana(self):
        return next(id for id, user in self.exports.users.items() if user["displayName"] == "Ana Ferreira")

    def test_one_reviewer_gets_one_packet_and_who_has_none_is_told(self):
        self.written(reviewer="marta.kowalska@contoso.example", formats="html,csv,json,xlsx")
        names = sorted(file.name for file in self.out.rglob("*") if file.is_file())
        self.assertEqual({name.rsplit(".", 1)[0] for name in names}, {"packet-marta-kowalska-989eb43a"})
        self.assertEqual(len(names), 4)
        done = self.written(reviewer="Maren Holt", expect=(2,))
        self.assertIn('there is nothing for "Maren Holt"', done.stderr)

    def test_others_with_the_same_are_those_in_the_packet(self):
        self.written(reviewer="Marta Kowalska")
        rows = read_csv(next((self.out / "packet").glob("*.csv")))
        people = {row["personId"] for row in rows}
        for row in rows:
            same = {one["personId"] for one in rows if one["roleId"] == row["roleId"] and one["resourceId"] == row["resourceId"]}
            self.assertEqual((int(row["othersWithIt"]), int(row["others"])), (len(same) - 1, len(people) - 1))

    @unittest.skipUnless(CHROMIUM.exists(), "no chromium here")
    def test_decided_in_a_browser_and_in_excel_a_packet_says_the_same(self):
        from playwright.sync_api import sync_playwright

        self.written(reviewer="Felix Baumann", formats="html,csv,xlsx")
        stem = next((self.out / "packet").glob("*.csv")).with_suffix("")
        rows = read_csv(f"{stem}.csv")
        self.assertGreaterEqual(len({row["personId"] for row in rows}), 3)
        choices = ("Keep", "Remove", "Don't know")
        wanted = [(choices[number % 3], f"=reason {number}, \"said\"") for number in range(len(rows))]
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
            page = browser.new_page(accept_downloads=True)
            page.goto(stem.with_suffix(".html").as_uri())
            for line, (decision, reason) in zip(page.locator("section.table tbody tr").all(), wanted):
                line.locator(f'input[value="{decision}"]').check()
                line.locator("textarea").fill(reason)
            page.fill(".attested-by", "Felix Baumann")
            page.fill(".attested-on", "2026-08-03")
            with page.expect_download() as download:
                page.click(".export-signed")
            exported = read_csv(download.value.path())
            browser.close()
        workbook = openpyxl.load_workbook(f"{stem}.xlsx")
        sheet = workbook["packet"]
        titles = [cell.value for cell in sheet[1]]
        decision, reason = titles.index("Decision") + 1, titles.index("Reason") + 1
        for number, (said, why) in enumerate(wanted):
            sheet.cell(number + 2, decision).value = said
            cell = sheet.cell(number + 2, reason)
            cell.value, cell.data_type = why, "s"
        workbook.save(self.out / "filled.xlsx")
        filled = openpyxl.load_workbook(self.out / "filled.xlsx")["packet"]
        person, role = titles.index("Person id") + 1, titles.index("Role id") + 1
        in_excel = [tuple(filled.cell(line, place).value for place in (person, role, decision, reason))
                    for line in range(2, filled.max_row + 1)]
        in_browser = [(row["personId"], row["roleId"], row["decision"], row["reason"]) for row in exported]
        self.assertEqual(in_browser, in_excel)
        self.assertEqual([row[2:] for row in in_browser], wanted)
        self.assertEqual({row["attestedBy"] for row in exported}, {"Felix Baumann"})
