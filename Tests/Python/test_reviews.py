"""Decisions of access reviews and what came of them, against the exports of the sample; and what is not whole."""

import pathlib
import tempfile
import unittest
from collections import Counter

from support import Sample, exported, reported, tenure, write_json

NOBODY = "00000000-0000-0000-0000-000000000000"


class Reviews(Sample):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.reviews = cls.tables("reviews")
        cls.rows = {row["decisionId"]: row for row in cls.reviews["reviews"]}
        cls.exports = {
            item["id"]: item for month in ("2026-06", "2026-07")
            for item in exported("identityGovernance/accessReviews/definitions/*/instances/*/decisions.json", month)}

    def of(self, person):
        return next(row for row in self.rows.values() if row["personName"] == person)

    def test_every_decision_of_the_exports_is_there_as_it_came(self):
        self.assertEqual(set(self.rows), set(self.exports))
        for key, row in self.rows.items():
            item = self.exports[key]
            for name in ("decision", "recommendation", "applyResult"):
                self.assertEqual(row[name], item[name])
            self.assertEqual(row["personId"], item["principal"]["id"])
            by = item["reviewedBy"]["id"] if item["reviewedBy"] else NOBODY
            self.assertEqual(row["decidedById"], "" if by == NOBODY else by)

    def test_the_systems_default_is_nobodys_decision(self):
        for person in ("Grace Tembo", "Kenji Mori"):
            row = self.of(person)
            self.assertEqual((row["decidedByKind"], row["timing"], row["decidedBy"]), ("system", "missed", ""))
        self.assertEqual(self.of("Kenji Mori")["agreement"], "against")

    def test_what_is_not_decided_yet_is_open(self):
        row = self.of("Ines Moreau")
        self.assertEqual((row["decidedByKind"], row["timing"], row["agreement"]), ("nobody", "pending", "notDecided"))
        missed = {row["personName"]: row["timing"] for row in self.tables("reviews", day="2026-08-06")["reviews"]}
        self.assertEqual(missed["Ines Moreau"], "missed")

    def test_decision_and_effect_are_two_facts(self):
        stefan = self.of("Stefan Brenner")
        self.assertEqual((stefan["decision"], stefan["accessNow"], stefan["outcome"]), ("Deny", "yes", "stillThere"))
        self.assertEqual(self.of("Pavel Orlov")["outcome"], "notYet")
        marek = self.of("Marek Dvorak")
        self.assertEqual((marek["accessNow"], marek["outcome"]), ("no", "goneAnyway"))

    def test_runs_count_their_decisions(self):
        for run in self.reviews["runs"]:
            mine = [row for row in self.rows.values() if row["instanceId"] == run["instanceId"]]
            count = Counter(row["decision"] for row in mine)
            self.assertEqual(
                [int(run[name]) for name in ("decisions", "approved", "denied", "notReviewed", "bySystem")],
                [len(mine), count["Approve"], count["Deny"], count["NotReviewed"],
                 sum(row["decidedByKind"] == "system" for row in mine)])
        self.assertEqual(len(self.reviews["runs"]), 3)

    def test_the_chart_counts_all(self):
        self.assertEqual(sum(int(row["decisions"]) for row in self.reviews["kinds"]), len(self.rows))


class DecisionsThatAreNotWhole(unittest.TestCase):
    """A run over a group, with decisions on nobody, by the person itself, after the end, and by nobody known."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        export = cls.folder / "export"
        run = "identityGovernance/accessReviews/definitions/d1/instances"
        write_json(export, "users.json", [
            {"id": "u1", "displayName": "Ann Lee", "userPrincipalName": "ann@contoso.example", "userType": "Member"}])
        write_json(export, "groups.json", [{"id": "g1", "displayName": "Drawings", "groupTypes": []}])
        write_json(export, "groups/g1/members.json", [{"@odata.type": "#microsoft.graph.user", "id": "u1"}])
        write_json(export, "identityGovernance/accessReviews/definitions.json", [
            {"id": "d1", "displayName": "Drawings", "status": "Completed", "scope": None, "settings": None,
             "reviewers": []}])
        write_json(export, run + ".json", [
            {"id": "i1", "startDateTime": "2026-06-01T00:00:00Z", "endDateTime": "2026-06-10T00:00:00Z",
             "status": "Applied", "scope": None}])
        group = {"id": "g1", "displayName": "Drawings", "type": "group"}
        ann = {"id": "u1", "displayName": "Ann Lee"}

        def decision(name, principal, by, at, resource=group, what="Approve"):
            return {"id": name, "decision": what, "recommendation": "NoInfoAvailable", "principal": principal,
                    "resource": resource, "reviewedBy": by, "reviewedDateTime": at, "applyResult": "New"}

        write_json(export, run + "/i1/decisions.json", [
            decision("nobody", None, {"id": "r1", "displayName": "Bo"}, "2026-06-05T00:00:00Z"),
            decision("self", ann, ann, "2026-06-05T00:00:00Z"),
            decision("late", ann, {"id": "r1", "displayName": "Bo"}, "2026-06-10T00:00:01Z"),
            decision("nothing", ann, None, None, None, "NotReviewed"),
            decision("gone", {"id": "u9", "displayName": "Cy"}, {"id": "r1"}, "2026-06-05T00:00:00Z", what="Deny")])
        database = cls.folder / "tenure.sqlite"
        tenure("import", export, "--db", database, "--observed-at", "2026-06-30T00:00:00Z", expect=(0, 3))
        rows = reported("reviews", database, cls.folder / "out", "--scope", "all", expect=(3,))["reviews"]
        cls.rows = {row["decisionId"]: row for row in rows}

    def expect(self, decision, **cells):
        self.assertEqual({name: self.rows[decision][name] for name in cells}, cells)

    def test_a_decision_on_nobody_tells_nothing_of_access(self):
        self.expect("nobody", personId="", accessNow="unknown", outcome="unknown", decidedBy="Bo")

    def test_who_decides_on_the_own_access_is_told(self):
        self.expect("self", selfReview="true", decidedByKind="self", timing="inTime", accessNow="yes")

    def test_a_decision_after_the_end_is_late(self):
        self.expect("late", timing="late", decidedByKind="reviewer")

    def test_what_nobody_decided_was_missed_and_is_about_nothing_known(self):
        self.expect("nothing", timing="missed", decidedByKind="nobody", kind="unknown", accessNow="unknown")

    def test_a_person_who_is_not_there_any_more_is_gone_but_a_group_out_of_scope_is_not_known(self):
        self.expect("gone", accessNow="no", outcome="removed")
        rows = reported(
            "reviews", self.folder / "tenure.sqlite", self.folder / "narrow", expect=(3,))["reviews"]
        self.assertEqual({row["accessNow"] for row in rows if row["decisionId"] == "gone"}, {"unknown"})
