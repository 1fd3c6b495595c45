"""Guests: where they come from, who answers for them and whether they came, against the exports; and edge cases."""

import pathlib
import tempfile
import unittest
from collections import Counter

from support import Sample, exported, reported, tenure, write_json

LINKS = "identityGovernance/entitlementManagement/connectedOrganizations"


class Guests(Sample):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.guests = cls.tables("guests")
        cls.rows = {row["personId"]: row for row in cls.guests["guests"]}
        cls.access = [row for row in cls.tables("access")["access"]
                      if row["personType"] == "guest" or row["external"] == "true"]
        cls.users = {user["id"]: user for user in exported("users.json")}

    def of(self, person):
        return next(row for row in self.rows.values() if row["personName"] == person)

    def test_every_guest_of_the_directory_is_there_whether_it_holds_anything_or_not(self):
        outside = {user["id"] for user in self.users.values() if "#EXT#" in user["userPrincipalName"]}
        deleted = {user["id"] for user in exported("directory/deletedItems/*.json") if user["userType"] == "Guest"}
        self.assertEqual(set(self.rows), outside | deleted)
        self.assertEqual(self.of("Sanne Visser")["grants"], "0")
        self.assertEqual(self.of("Leon Adler")["personState"], "deleted")

    def sponsor(self, sponsor):
        """What is not enabled is said behind the name, and so is a group."""
        if sponsor["@odata.type"].endswith("group"):
            return sponsor["displayName"] + " (group)"
        is_enabled = self.users.get(sponsor["id"], {}).get("accountEnabled", True)
        return sponsor["displayName"] + ("" if is_enabled else " (disabled)")

    def test_facts_of_the_account_are_those_of_the_export(self):
        for key, user in self.users.items():
            if key not in self.rows:
                continue
            row, signed = self.rows[key], user.get("signInActivity") or {}
            last = signed.get("lastSuccessfulSignInDateTime") or signed.get("lastSignInDateTime") or ""
            self.assertEqual(row["lastSignInAt"], last[:19] + "Z" if last else "")
            self.assertEqual(row["redeemed"], {"Accepted": "accepted", "PendingAcceptance": "pending"}[
                user["externalUserState"]])
            self.assertEqual(row["redeemedSince"], user["externalUserStateChangeDateTime"][:19] + "Z")
            own = "; ".join(self.sponsor(sponsor) for sponsor in user["sponsors"])
            if own:
                self.assertEqual((row["sponsorNames"], row["sponsorsFrom"]), (own, "account"))

    def test_never_stale_and_recent_are_told_with_the_field(self):
        told = {name: (self.of(name)["signIn"], self.of(name)["lastSignInKind"])
                for name in ("Kenji Mori", "Stefan Brenner", "Pavel Orlov", "Rosa Lindqvist", "Leon Adler")}
        self.assertEqual(told, {
            "Kenji Mori": ("never", "never"), "Stefan Brenner": ("stale", "success"),
            "Pavel Orlov": ("recent", "attempt"), "Rosa Lindqvist": ("recent", "success"),
            "Leon Adler": ("unknown", "unknown")})
        later = {row["personName"]: row["signIn"]
                 for row in self.tables("guests", "--set", "stale=10")["guests"]}
        self.assertEqual((later["Paula Ruiz"], later["Rosa Lindqvist"]), ("stale", "recent"))

    def test_origin_and_inviter_come_from_the_audit_log(self):
        events = {event["targetResources"][0]["id"]: event for month in ("2026-06", "2026-07")
                  for event in exported("auditLogs/*.json", month)
                  if event["activityDisplayName"] == "Invite external user"}
        self.assertTrue(events)
        for key, row in self.rows.items():
            by = (events[key]["initiatedBy"]["user"] or events[key]["initiatedBy"]["app"]) if key in events else None
            self.assertEqual(row["invitedBy"], by["displayName"] if by else "")
            self.assertEqual(row["invitedAt"], events[key]["activityDateTime"][:19] + "Z" if by else "")
        self.assertEqual(self.of("Mira Castellan")["invitedByKind"], "application")
        leon = self.of("Leon Adler")
        self.assertEqual((leon["origin"], leon["originFrom"]), ("package", "assignment"))

    def test_the_organization_and_who_answers_for_it(self):
        pavel = self.of("Pavel Orlov")
        self.assertEqual((pavel["organization"], pavel["organizationState"]), ("adatum.example", "proposed"))
        self.assertEqual(self.of("Sanne Visser")["organizationFrom"], "domain")
        self.assertEqual(self.of("Nora Whitfield")["organizationFrom"], "none")
        mira = self.of("Mira Castellan")
        self.assertEqual((mira["sponsorNames"], mira["sponsorsFrom"]), ("Marta Kowalska", "organization"))
        june = {row["personName"]: row for row in self.tables("guests", day="2026-07-01")["guests"]}
        self.assertEqual(june["Kenji Mori"]["sponsorNames"], "Viktor Lang")

    def test_the_account_goes_only_where_a_package_brought_it(self):
        after = {name: (self.of(name)["accountAfter"], self.of(name)["accountAfterFrom"])
                 for name in ("Leon Adler", "Elena Sokolova", "Kenji Mori")}
        self.assertEqual(after, {
            "Leon Adler": ("deleted", "governed"), "Elena Sokolova": ("stays", "notGoverned"),
            "Kenji Mori": ("unknown", "noAssignment")})
        self.assertEqual(self.of("Leon Adler")["deletedAfter"], "P30D")

    def test_grants_are_the_rows_of_access(self):
        grants = Counter(row["personId"] for row in self.access)
        given = Counter(row["personId"] for row in self.access if row["grant"] == "package")
        outside = Counter(row["personId"] for row in self.guests["access"] if row["outside"] == "true")
        for key, row in self.rows.items():
            self.assertEqual([int(row[name]) for name in ("grants", "packageGrants", "outsideGrants")],
                             [grants[key], given[key], outside[key]], row["personName"])
        self.assertEqual(len(self.guests["access"]), len(self.access))
        self.assertEqual({row["personName"] for row in self.guests["access"] if row["outside"] == "true"},
                         {"Marek Dvorak", "Kenji Mori", "Stefan Brenner"})

    def test_ends_are_those_of_the_rows(self):
        for key, row in self.rows.items():
            mine = [grant for grant in self.access if grant["personId"] == key]
            dates = sorted(grant["until"] for grant in mine if grant["untilKind"] == "date")
            kinds = {grant["untilKind"] for grant in mine}
            last = next((kind for kind in ("never", "open", "unknown", "date") if kind in kinds), "")
            self.assertEqual((row["firstEnd"], row["lastEndKind"]), (dates[0] if dates else "", last))
            self.assertEqual(row["lastEnd"], dates[-1] if last == "date" else "")

    def test_the_counts_are_those_of_the_rows(self):
        for table, column in (("organizations", "organizationId"), ("origins", "origin")):
            counts = {row[column]: int(row["guests"]) for row in self.guests[table] if row["guests"] != "0"}
            self.assertEqual(counts, Counter(row[column] for row in self.rows.values()))
        bands = {row["band"]: int(row["guests"]) for row in self.guests["sign-ins"]}
        self.assertEqual(sum(bands.values()), len(self.rows))
        self.assertEqual((bands["never"], bands["unknown"], bands["older"]), (1, 1, 1))
        kinds = {row["kind"]: int(row["persons"]) for row in self.guests["kinds"]}
        self.assertEqual(kinds["guest"] + kinds["external"], len(self.rows))


class GuestsOfEveryKind(unittest.TestCase):
    """Sponsors that are groups, deleted or unknown; organizations known by their domain; sign-ins never read."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.export = cls.folder / "export"

        def user(key, **more):
            return {"id": key, "displayName": key, "userPrincipalName": f"{key}@contoso.example", "userType": "Member",
                    "accountEnabled": True, **more}

        def guest(key, *sponsors, **more):
            return user(key, **{"userType": "Guest", "mail": f"{key}@FABRIKAM.example", "sponsors": list(sponsors), **more})

        def sponsor(key, kind="user"):
            return {"@odata.type": f"#microsoft.graph.{kind}", "id": key, "displayName": key}

        write_json(cls.export, "organization.json", [
            {"id": "t", "displayName": "Contoso", "verifiedDomains": [{"name": "contoso.example", "isInitial": True}]}])
        write_json(cls.export, "users.json", [
            user("boss"), user("left", accountEnabled=False),
            guest("byTeam", sponsor("team", "group")), guest("byEmpty", sponsor("empty", "group")),
            guest("byLeft", sponsor("left"), sponsor("nowhere")), guest("byFirm"),
            guest("alone", mail="alone@nobody.example", creationType="SelfServiceSignUp"),
            user("untold", userType="Guest", creationType="LocalAccount"),
            user("inside", identities=[{"signInType": "federated", "issuer": "fabrikam.example"}])])
        write_json(cls.export, "groups.json", [
            {"id": "team", "displayName": "Team", "groupTypes": []}, {"id": "empty", "displayName": "Empty", "groupTypes": []}])
        write_json(cls.export, "groups/team/members.json", [sponsor("boss"), sponsor("left")])
        write_json(cls.export, "groups/empty/members.json", [sponsor("left")])
        write_json(cls.export, LINKS + ".json", [
            {"id": "o1", "displayName": "Fabrikam", "state": "configured", "identitySources": [
                {"@odata.type": "#microsoft.graph.domainIdentitySource", "domainName": "fabrikam.example"}]}])
        write_json(cls.export, LINKS + "/o1/internalSponsors.json", [sponsor("boss")])
        cls.database = cls.folder / "tenure.sqlite"
        tenure("import", cls.export, "--db", cls.database, "--observed-at", "2026-06-30T00:00:00Z", expect=(0, 3))
        tables = reported("guests", cls.database, cls.folder / "out", expect=(3,))
        cls.rows = {row["personName"]: row for row in tables["guests"]}
        cls.kinds = {row["kind"]: row["persons"] for row in tables["kinds"]}

    def expect(self, guest, **cells):
        self.assertEqual({name: self.rows[guest][name] for name in cells}, cells)

    def test_a_group_answers_if_one_of_its_members_can(self):
        self.expect("byTeam", sponsorNames="Team (group)", sponsorState="enabled")
        self.expect("byEmpty", sponsorNames="Empty (group without an enabled member)", sponsorState="notEnabled")

    def test_sponsors_who_cannot_be_asked_are_said_in_their_order(self):
        self.expect(
            "byLeft", sponsorNames="left (disabled); nowhere (not in the directory)", sponsorState="notEnabled")

    def test_who_has_no_sponsor_has_those_of_the_organization(self):
        self.expect("byFirm", sponsorNames="boss", sponsorsFrom="organization", organizationFrom="domain")

    def test_nobody_and_not_known_are_two_things(self):
        self.expect("alone", sponsorState="none", organizationState="none", origin="selfService", originFrom="account")
        self.expect("untold", sponsorState="unknown", sponsorsFrom="unknown", origin="local")

    def test_a_sign_in_that_was_never_read_is_not_known(self):
        self.assertEqual({row["signIn"] for row in self.rows.values()}, {"unknown"})

    def test_a_member_with_an_issuer_from_outside_is_a_guest_here(self):
        self.expect("inside", personType="member", external="true")
        self.assertEqual(self.kinds, {"guest": "6", "external": "1", "unknown": "0", "inside": "2"})
