"""PIM for Groups: what exports say of terms of memberships reaches the rows."""

import pathlib
import tempfile
import unittest

from support import read_json, tenure, write_json

PIM = "identityGovernance/privilegedAccess/group"
ANN, BEN, CID = (f"{n}1111111-0000-4000-8000-000000000000" for n in "abc")
NIGHT, TEAM = (f"{n}2222222-0000-4000-8000-000000000000" for n in "ab")


def user(id, name):
    return {"id": id, "displayName": name, "userPrincipalName": f"{name.lower()}@contoso.example", "userType": "Member",
            "accountEnabled": True}


def schedule(id, principal, group=NIGHT, relation="member", start=None, end=None, **more):
    return {"id": id, "principalId": principal, "groupId": group, "accessId": relation, "startDateTime": start,
            "endDateTime": end, "memberType": "Direct"} | more


def active(id, *arguments, type="Assigned", **more):
    return schedule(id, *arguments, **more) | {"assignmentType": type, "assignmentScheduleId": id}


def eligible(id, *arguments, **more):
    return schedule(id, *arguments, **more) | {"eligibilityScheduleId": id}


class GroupSchedules(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.database = self.folder / "tenure.sqlite"

    def bring(self, day, schedules, eligibilities, members, name=None):
        """One snapshot of two groups; None leaves a collection out."""
        export = self.folder / day
        write_json(export, "users.json", [user(ANN, "Ann"), user(BEN, "Ben"), user(CID, "Cid")])
        write_json(export, "groups.json", [{"id": NIGHT, "displayName": "Night", "groupTypes": []},
                                           {"id": TEAM, "displayName": "Team", "groupTypes": []}])
        for group, ids in (members or {}).items():
            write_json(export, f"groups/{group}/members.json",
                       [{"@odata.type": "#microsoft.graph." + ("group" if id == TEAM else "user"), "id": id} for id in ids])
        for kind, items in (("assignment", schedules), ("eligibility", eligibilities)):
            if items is not None:
                write_json(export, name or f"{PIM}/{NIGHT}/{kind}ScheduleInstances.json", items)
        return tenure("import", export, "--db", self.database, "--observed-at", f"{day}T12:00:00Z", expect=(0, 3))

    def rows(self, day, *columns):
        out = self.folder / "out" / day
        tenure("report", "access", "--db", self.database, "--as-of", f"{day}T12:00:00Z", "--scope", "all", "--all",
               "--format", "json", "--out", out, expect=(3,))
        document = read_json(out / "access.json")
        return document, [tuple(row[name] for name in columns) for row in document["tables"][0]["rows"]]

    def test_terms_and_eligibility_are_told(self):
        self.bring("2026-06-01", [active("p1", ANN, start="2026-05-01T00:00:00Z", end="2026-06-05T00:00:00Z"),
                                  active("p2", CID, type="activated", relation="owner")],
                   [eligible("e1", BEN, end="2026-12-31T00:00:00Z"), eligible("e2", TEAM)],
                   {NIGHT: [ANN], TEAM: [CID]})
        columns = ("personName", "resourceName", "role", "grant", "assignmentId", "until", "untilKind", "status", "why")
        self.assertEqual(self.rows("2026-06-01", *columns)[1], [
            ("Ann", "Night", "Member", "direct", "p1", "2026-06-05T00:00:00Z", "date", "active",
             "Given directly on 2026-05-01, outside packages; ends 2026-06-05."),
            ("Ben", "Night", "Member", "roleEligibility", "e1", "2026-12-31T00:00:00Z", "date", "eligible",
             "Can be activated by the person; ends 2026-12-31."),
            ("Cid", "Night", "Member", "roleEligibility", "e2", None, "open", "eligible",
             'Can be activated by members of "Team"; the person is a direct member of it; no end is set.'),
            ("Cid", "Night", "Owner", "direct", "p2", None, "never", "active", "Activated by the person; does not end."),
            ("Cid", "Team", "Member", "direct", None, None, "open", "active",
             "Given directly, outside packages; no end is set.")])
        self.assertEqual([row[-1] for row in self.rows("2026-06-06", "personName", "status")[1]][0], "ended")

    def test_what_a_group_has_is_told_once_and_a_derived_instance_alone_is_told_too(self):
        self.bring("2026-06-01", [], [eligible("e1", TEAM), eligible("e2", CID) | {"memberType": "Group"}],
                   {NIGHT: [], TEAM: [CID]})
        self.assertEqual(self.rows("2026-06-01", "resourceName", "assignmentId")[1], [("Night", "e1"), ("Team", None)])
        self.bring("2026-06-02", [], [eligible("e2", CID) | {"memberType": "Group"}], {NIGHT: [], TEAM: [CID]})
        self.assertEqual(self.rows("2026-06-02", "resourceName", "assignmentId")[1], [("Night", "e2"), ("Team", None)])

    def test_a_later_complete_reading_of_members_refutes_what_it_does_not_show(self):
        self.bring("2026-06-01", [active("p1", ANN), active("p2", BEN)], None, {NIGHT: [ANN]})
        self.assertEqual(len(self.rows("2026-06-01", "personName")[1]), 2)
        self.bring("2026-06-02", None, None, {NIGHT: [ANN]})
        self.assertEqual(self.rows("2026-06-02", "personName", "untilKind")[1], [("Ann", "never")])

    def test_what_a_complete_reading_no_longer_holds_is_closed(self):
        self.bring("2026-06-01", [active("p1", ANN)], [eligible("e1", BEN)], {NIGHT: [ANN]})
        self.bring("2026-06-02", [], [], {NIGHT: [ANN]})
        self.assertEqual(self.rows("2026-06-02", "personName", "untilKind", "status")[1], [("Ann", "open", "active")])

    def test_without_a_folder_that_tells_the_group_objects_are_taken_and_nothing_is_closed(self):
        self.bring("2026-06-01", [active("p1", ANN)], None, {NIGHT: [ANN]})
        self.bring("2026-06-02", [active("p2", BEN)], None, None, name="pim-of-ben.json")
        self.assertEqual(self.rows("2026-06-02", "personName", "assignmentId")[1], [("Ann", "p1"), ("Ben", "p2")])

    def test_only_where_it_was_imported_a_report_needs_it(self):
        def needs(document):
            return {need["need"]: need["state"] for need in document["report"]["completeness"]
                    if need["need"].startswith("group") and need["need"].endswith("Schedule")}
        self.bring("2026-06-01", None, None, {NIGHT: [ANN]})
        self.assertEqual(needs(self.rows("2026-06-01")[0]), {})
        self.bring("2026-06-02", [active("p1", ANN)], None, {NIGHT: [ANN]})
        self.assertEqual(needs(self.rows("2026-06-02")[0]), {"groupAssignmentSchedule": "partial"})

    def test_history_tells_what_came_and_went(self):
        self.bring("2026-06-01", [active("p1", ANN)], [], {NIGHT: [ANN]})
        self.bring("2026-06-02", [], [eligible("e1", ANN)], {NIGHT: [ANN]})
        out = self.folder / "history"
        tenure("report", "history", "--db", self.database, "--as-of", "2026-06-02", "--format", "json", "--out", out,
               expect=(3,))
        self.assertEqual(
            [(row["kind"], row["what"], row["personName"], row["resourceName"])
             for row in read_json(out / "history.json")["tables"][0]["rows"]],
            [("groupEligibility", "seen", "Ann", "Night"), ("groupSchedule", "gone", "Ann", "Night")])
