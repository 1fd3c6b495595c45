"""The views that an own report can read: the state and the events at the moment that is judged."""

import pathlib
import tempfile
import unittest

from support import Sample, exported, read_csv, tenure, write_json

REPORT = """\
title: Own
doc: What the views hold.
tables:
  - name: own
    title: Own
    doc: Rows.
    sql: |
      {sql}
    columns:
{columns}
"""


def query(folder, database, day, sql, *columns, expect=(0,)):
    """The rows of a query in a report of one's own."""
    reports = folder / "reports"
    reports.mkdir(exist_ok=True)
    lines = "\n".join(f"      - {{name: {name}, title: T, type: text, doc: D}}" for name in columns)
    (reports / "own.yaml").write_text(REPORT.format(sql=sql, columns=lines), encoding="utf-8")
    tenure("report", "own", "--db", database, "--as-of", day, "--reports-dir", reports, "--out", folder / "own",
           "--format", "csv", expect=expect)
    return [tuple(row.values()) for row in read_csv(folder / "own" / "own.csv")]


class StateViews(Sample):
    def rows(self, day, sql, *columns):
        return query(self.folder, self.database, day, sql, *columns)

    def test_each_view_holds_what_the_export_of_that_month_holds(self):
        em, ar = "identityGovernance/entitlementManagement/", "identityGovernance/accessReviews/"
        views = {
            "users": "users.json", "groups": "groups.json", "members": "groups/*/members.json",
            "applications": "servicePrincipals.json", "appRoles": "servicePrincipals/*/appRoleAssignedTo.json",
            "deletedUsers": "directory/deletedItems/*.json", "policies": em + "assignmentPolicies.json",
            "packages": em + "accessPackages.json", "packageResources": em + "accessPackages/*/resourceRoleScopes.json",
            "catalogs": em + "catalogs.json", "catalogResources": em + "catalogs/*/resources.json",
            "assignments": em + "assignments-*.json", "lifecycleSettings": em + "settings.json",
            "connectedOrganizations": em + "connectedOrganizations.json",
            "internalSponsors": em + "connectedOrganizations/*/internalSponsors.json",
            "reviewDefinitions": ar + "definitions.json", "reviewInstances": ar + "definitions/*/instances.json",
            "contactedReviewers": ar + "definitions/*/instances/*/contactedReviewers.json",
            "directoryRoles": "roleManagement/directory/roleDefinitions.json",
            "roles": "roleManagement/directory/roleAssignmentScheduleInstances.json",
            "eligibilities": "roleManagement/directory/roleEligibilityScheduleInstances.json",
            "roleAssignments": "roleManagement/directory/roleAssignments.json"}
        sql = " UNION ALL ".join(f"SELECT '{view}' AS view, CAST(count(*) AS TEXT) AS n FROM {view}" for view in views)
        for month, day in (("2026-06", "2026-07-01"), ("2026-07", "2026-07-31")):
            found = dict(self.rows(day, sql + " ORDER BY 1", "view", "n"))
            self.assertEqual({view: int(found[view]) for view in views},
                             {view: len(exported(path, month)) for view, path in views.items()}, month)

    def test_sponsors_stand_in_the_order_of_the_source(self):
        rows = self.rows("2026-07-31", "SELECT userId, sponsorId, sponsorName, kind FROM sponsors "
                         "ORDER BY userId, position", "userId", "sponsorId", "sponsorName", "kind")
        expected = [(user["id"], sponsor["id"], sponsor["displayName"], sponsor["@odata.type"].rpartition(".")[2])
                    for user in exported("users.json") for sponsor in user.get("sponsors", [])]
        self.assertEqual(rows, sorted(expected, key=lambda row: row[0]))
        self.assertEqual({row[3] for row in rows}, {"user", "group"})

    def test_a_request_is_told_as_it_stood(self):
        sql = "SELECT id, state FROM requests ORDER BY id"
        june, july = dict(self.rows("2026-07-01", sql, "id", "state")), dict(self.rows("2026-08-01", sql, "id", "state"))
        self.assertEqual(june, {
            item["id"]: item["state"] for item in exported(
                "identityGovernance/entitlementManagement/assignmentRequests.json", "2026-06")})
        self.assertTrue(set(june) < set(july))
        self.assertTrue(any(july[key] != state for key, state in june.items()))

    def test_the_accounts_are_judged_as_in_access(self):
        sql = ("SELECT id, personType, state, CASE external WHEN 1 THEN 'true' WHEN 0 THEN 'false' END AS external, "
               "coalesce(lastSuccessAt, lastAttemptAt) AS at, lastSignInKind AS kind FROM accounts ORDER BY id")
        accounts = {row[0]: row[1:] for row in self.rows(
            "2026-07-31", sql, "id", "personType", "state", "external", "at", "kind")}
        compared = 0
        for row in read_csv(self.report("--as-of", "2026-07-31", "--scope", "all", "--all") / "access.csv"):
            if row["personId"] in accounts:
                compared += 1
                self.assertEqual(accounts[row["personId"]], tuple(row[name] for name in (
                    "personType", "personState", "external", "lastSignInAt", "lastSignInKind")), row["personName"])
        self.assertGreater(compared, 100)


class Events(unittest.TestCase):
    """Events in the version that counts: the last observed up to the moment, else the first seen."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.database = cls.folder / "tenure.sqlite"
        path = "identityGovernance/entitlementManagement/assignmentRequests.json"
        for day, requests in (
            ("2026-06-10", [("early", "submitted", None)]),
            ("2026-06-20", [("early", "pendingApproval", "2026-06-05T00:00:00Z"),
                            ("late", "submitted", "2026-06-08T00:00:00Z"), ("undated", "submitted", None)]),
            ("2026-06-30", [("early", "delivered", "2026-06-05T00:00:00Z"), ("late", "denied", "2026-06-08T00:00:00Z")]),
        ):
            write_json(cls.folder / day, path, [
                {"id": key, "requestType": "userAdd", "state": state, "createdDateTime": at}
                for key, state, at in requests])
            tenure("import", cls.folder / day, "--db", cls.database, "--observed-at", day + "T00:00:00Z", expect=(0, 3))

    def at(self, day):
        return dict(query(self.folder, self.database, day, "SELECT id, state FROM requests ORDER BY id", "id", "state"))

    def test_first_seen_undated_it_counts_as_its_first_dated_version(self):
        self.assertEqual(self.at("2026-06-12"), {"early": "pendingApproval", "late": "submitted"})

    def test_what_was_known_at_the_moment_counts(self):
        self.assertEqual(
            self.at("2026-06-25"), {"early": "pendingApproval", "late": "submitted", "undated": "submitted"})
        self.assertEqual(self.at("2026-07-01"), {"early": "delivered", "late": "denied", "undated": "submitted"})
