"""The dossiers of one person and of one resource, and what the reports rest on."""

import json
from xml.etree import ElementTree

from support import JULY, JUNE, ROOT, Sample, read_csv, read_json, tenure

EXPORTS = ROOT / "Samples/contoso/2026-07"


def items(path):
    return json.loads((EXPORTS / path).read_text(encoding="utf-8"))["value"]


class Dossiers(Sample):
    def written(self, *arguments, day="2026-07-31"):
        out = self.folder / self.id()
        tenure("report", *arguments, "--db", self.database, "--as-of", day, "--format", "csv,json", "--out", out)
        return out

    def facts(self, name, *arguments, **more):
        out = self.written("person", "--person", name, *arguments, **more)
        return read_csv(out / "person.csv")

    def told(self, facts):
        return {row["fact"]: row["value"] for row in facts}

    def test_every_fact_has_a_source_an_object_and_a_date(self):
        for user in items("users.json"):
            for row in self.facts(user["id"]):
                self.assertTrue(row["source"] and row["field"] and row["value"], row)
                self.assertIn(row["observedAt"], (JUNE, JULY), row)
                self.assertTrue(row["sourceId"] or row["value"] == "none", row)

    def test_a_guest_is_told_as_the_export_has_it(self):
        told = self.told(self.facts("Rosa Lindqvist"))
        rosa = next(user for user in items("users.json") if user["displayName"] == "Rosa Lindqvist")
        self.assertEqual(told["Mail"], rosa["mail"])
        self.assertEqual(told["Account"], "enabled")
        self.assertEqual(told["State of the organization"], "set up by an administrator")
        self.assertEqual(told["Invitation"], rosa["externalUserState"].lower())
        self.assertEqual(told["Sponsor 1"], "Marta Kowalska")
        self.assertEqual(told["Last successful sign-in"], rosa["signInActivity"]["lastSuccessfulSignInDateTime"])
        self.assertEqual(told["Connected organization"], "Fabrikam Tubes, as the assignment of a package says")
        self.assertIn("Quotation for the titanium frame", told['Asked for "Supplier drawings"'])

    def test_what_is_not_as_it_should_be_stands_with_the_fact(self):
        self.assertEqual(self.told(self.facts("Nora Whitfield"))["Sponsor 1"], "Dimitri Pavlov (disabled)")
        self.assertEqual(self.told(self.facts("Ana Ferreira"))["Sponsor 1"], "All Sales (a group)")
        mira = self.facts("Mira Castellan")
        self.assertEqual(self.told(mira)["Sponsors"], "none")
        self.assertEqual(self.told(mira)["How it was made"], "by an invitation")
        self.assertIn("is not governed", self.told(mira)["What becomes of the account"])
        told_by = {row["sourceId"] for name in ("Nora Whitfield", "Ana Ferreira") for row in self.facts(name)
                   if row["field"] in ("sponsors", "displayName") and row["source"] == "user"}
        self.assertEqual(len(told_by), 2)
        self.assertTrue(self.told(self.facts("Mira Castellan"))["Invited by"].startswith("func-guest-invites, 2026-07-20"))
        self.assertTrue(self.told(self.facts("Leon Adler"))["Deleted"].startswith("2026-07-02"))
        self.assertTrue(self.told(self.facts("Kenji Mori"))["Last sign-in"].startswith("never"))
        self.assertEqual(self.told(self.facts("Leon Adler", day="2026-06-30"))["Account"], "disabled")

    def test_the_page_shows_no_moment_and_no_word_as_the_source_writes_it(self):
        out = self.folder / self.id()
        for name in ("Mira Castellan", "Rosa Lindqvist", "Leon Adler", "Hugo Martel"):
            tenure("report", "person", "--person", name, "--db", self.database, "--as-of", "2026-07-31", "--format", "html",
                   "--out", out)
            page = ElementTree.parse(out / "person.html").getroot().find(".//{*}table[@id='rows-facts']/{*}tbody")
            text = "\n".join(page.itertext())
            self.assertNotRegex(text, r"\dT\d\d:\d\d", name)
            for word in ("userAdd", "Approve", "AppliedSuccessfully", "ExternalAzureAD"):
                self.assertNotIn(word, text, name)
        self.assertRegex(text, r"asked for by the person on 2026-\d\d-\d\d \d\d:\d\d UTC: delivered")
        self.assertRegex(text, r"keep on 2026-\d\d-\d\d \d\d:\d\d UTC by ")

    def test_access_and_ways_are_the_rows_of_the_person(self):
        out = self.written("person", "access", "--person", "Elif Demir")
        access = [row for row in read_csv(out / "access.csv") if row["personName"] == "Elif Demir"]
        self.assertTrue(access)
        self.assertEqual(read_csv(out / "person-access.csv"), access)
        ways = [[step["name"] for step in row["path"]] for row in read_json(out / "person.json")["tables"][2]["rows"]]
        self.assertIn(["Elif Demir", "Frame design", "Design", "Engineering", "PLM users"], ways)
        history = read_csv(self.written("person", "--person", "Hugo Martel") / "person-history.csv")
        self.assertEqual({row["personName"] for row in history}, {"Hugo Martel"})

    def test_a_hostile_name_does_no_harm(self):
        name = "=cmd|'/c calc'!A1<script>alert(1)</script>"
        facts = self.facts(name)
        self.assertEqual(self.told(facts)["Name"], name)
        raw = (self.folder / self.id() / "person.csv").read_text(encoding="utf-8")
        self.assertIn("'=cmd|", raw)

    def test_an_application_is_told_with_its_list(self):
        out = self.written("resource", "access", "--resource", "dealer portal")
        told = self.told(read_csv(out / "resource.csv"))
        self.assertEqual(told["Assignment required"], "yes: only who is listed can sign in")
        self.assertEqual(told["My Apps"], "visible: who is assigned sees it there")
        portal = next(app for app in items("servicePrincipals.json") if app["displayName"] == "Dealer Portal")
        listed = {row["appRoleAssignmentId"] for row in read_csv(out / "resource-listed.csv")}
        self.assertEqual(listed, {one["id"] for one in items(f"servicePrincipals/{portal['id']}/appRoleAssignedTo.json")})
        kinds = {row["principalName"]: row["principalType"] for row in read_csv(out / "resource-listed.csv")}
        self.assertEqual(kinds["Dealer portal users"], "group")
        holders = read_csv(out / "resource-holders.csv")
        self.assertEqual(holders, [row for row in read_csv(out / "access.csv") if row["resourceId"] == portal["id"]])

    def test_a_group_is_told_with_its_owners_and_packages(self):
        told = self.told(read_csv(self.written("resource", "--resource", "Supplier drawings readers") / "resource.csv"))
        self.assertEqual(told["Owner"], "Felix Baumann")
        self.assertTrue(told["Given by the package"].startswith("Supplier drawings, as Member"))
        told = self.told(read_csv(self.written("resource", "--resource", "All Sales") / "resource.csv"))
        self.assertEqual(told["Rule"], '(user.department -eq "Sales")')

    def test_what_reports_rest_on_is_told_collection_by_collection(self):
        out = self.written("completeness")
        rows = {row["collection"]: row for row in read_csv(out / "completeness.csv")}
        self.assertEqual({row["state"] for row in rows.values()}, {"complete"})
        self.assertEqual(int(rows["user"]["objects"]), len(items("users.json")))
        self.assertEqual((rows["user"]["readAt"], rows["user"]["completeAt"]), (JULY, JULY))
        self.assertEqual(int(rows["groupMember"]["lastFiles"]), len(list((EXPORTS / "groups").glob("*/members.json"))))
        fields = [row for row in read_csv(out / "completeness-fields.csv") if row["collection"] == "user"]
        self.assertLessEqual({"displayName", "signInActivity", "sponsors"}, {row["field"] for row in fields})
        self.assertEqual(len(read_csv(out / "completeness-imports.csv")), 2)
        known = read_json(out / "completeness.json")["tables"][0]
        schema = json.loads(tenure("report", "describe", "completeness", "--schema").stdout)
        words = schema["properties"]["tables"]["prefixItems"][0]["properties"]["rows"]["items"]["properties"]["collection"]
        self.assertLessEqual({row["collection"] for row in known["rows"]}, set(words["examples"]))
