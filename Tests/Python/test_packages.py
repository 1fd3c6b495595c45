"""Packages and policies: what may be asked for, by whom and with whose approval, in both shapes of the API."""

import pathlib
import tempfile
import unittest

from support import Sample, exported, reported, tenure, write_json

EM = "identityGovernance/entitlementManagement"
LIVE = ("active", "delivering", "overdue")


class Packages(Sample):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.packages = cls.tables("packages")
        cls.access = cls.tables("access")["access"]

    def policy(self, name):
        return next(row for row in self.packages["policies"] if row["policyName"] == name)

    def test_every_package_with_its_holders_and_its_link(self):
        exports = {item["id"]: item for item in exported(f"{EM}/accessPackages.json")}
        rows = {row["packageId"]: row for row in self.packages["packages"]}
        self.assertEqual(set(rows), set(exports))
        for key, row in rows.items():
            live = {grant["personId"] for grant in self.access if grant["packageId"] == key and grant["status"] in LIVE}
            self.assertEqual(int(row["holders"]), len(live), row["packageName"])
            self.assertEqual(row["catalogName"], exports[key]["catalog"]["displayName"])
            self.assertEqual(row["hidden"], str(exports[key]["isHidden"]).lower())
            self.assertEqual(
                row["requestLink"],
                f"https://myaccess.microsoft.com/@contoso.onmicrosoft.example#/access-packages/{key}")
        self.assertEqual({row["packageName"]: row["overdue"] for row in rows.values() if row["overdue"] != "0"},
                         {"Dealer portal access": "1"})

    def test_owners_of_catalogs_and_who_else_administers_them(self):
        owners = {row["catalogName"]: row["catalogOwners"] for row in self.packages["packages"]}
        self.assertEqual(owners, {"General": "", "Partners": "Carlos Mendes; Marta Kowalska", "Finance": "Finance team",
                                  **{name: "" for name in owners if name not in ("Partners", "Finance")}})
        self.assertEqual(
            [(row["catalogName"], row["role"], row["principalName"], row["principalKind"], row["accountEnabled"])
             for row in self.packages["administrators"]],
            [("", "Catalog creator", "Jonas Weill", "user", "true"),
             ("Finance", "Catalog owner", "Finance team", "group", ""),
             ("Partners", "Access package manager", "Felix Baumann", "user", "true"),
             ("Partners", "Catalog owner", "Carlos Mendes", "user", "true"),
             ("Partners", "Catalog owner", "Marta Kowalska", "user", "true")])
        self.assertEqual({row["scope"] for row in self.packages["administrators"] if not row["catalogId"]}, {"/"})

    def test_every_policy_as_the_export_tells_it(self):
        exports = {item["id"]: item for item in exported(f"{EM}/assignmentPolicies.json")}
        rows = {row["policyId"]: row for row in self.packages["policies"]}
        self.assertEqual(set(rows), set(exports))
        for key, row in rows.items():
            item = exports[key]
            approvals, requestor = item["requestApprovalSettings"], item["requestorSettings"]
            self.assertEqual(row["allowedTargetScope"], item["allowedTargetScope"])
            self.assertEqual(row["approval"], "required" if approvals["isApprovalRequiredForAdd"] else "notRequired")
            self.assertEqual(row["ownTimeline"], str(requestor["allowCustomAssignmentSchedule"]).lower())
            self.assertEqual(row["lifetime"], item["expiration"]["duration"] or "")
            self.assertEqual(row["endsAt"], item["expiration"]["endDateTime"] or "")
            self.assertEqual(len([s for s in self.packages["stages"] if s["policyId"] == key]), len(approvals["stages"]))

    def test_who_may_ask_who_approves_and_what_is_asked(self):
        suppliers = self.policy("Suppliers, approved by their sponsor")
        self.assertEqual(suppliers["approvers"], "1. internal sponsors of the organization, else Marta Kowalska")
        self.assertEqual((suppliers["reviews"], suppliers["reviewers"], suppliers["onNoResponse"]),
                         ("on", "Marta Kowalska; Felix Baumann", "keepAccess"))
        dealers = self.policy("Dealers")
        self.assertEqual(dealers["targets"], "people of Northwind Dealers")
        self.assertEqual(dealers["questions"], "Which shop do you work for? (required)")
        self.assertEqual(dealers["extensions"], "when granted: Welcome pack for dealers")
        self.assertEqual(self.policy("Finance, approved by the CFO")["verifiedIds"], "VerifiedEmployee")
        self.assertEqual(self.policy("Everybody in Sales")["givenBy"], "automatic")
        self.assertEqual(self.policy("Assigned by administrators")["givenBy"], "direct")

    def test_a_stage_escalates(self):
        stage = next(row for row in self.packages["stages"] if row["packageName"] == "Payment release")
        self.assertEqual((stage["escalatedAfter"], stage["escalationApprovers"], stage["deniedAfter"]),
                         ("P3D", "Helen Strand", "P14D"))

    def test_what_each_package_gives(self):
        given = {(path["id"], row["role"]["originId"], row["scope"]["originId"])
                 for path in exported(f"{EM}/accessPackages.json")
                 for row in exported(f"{EM}/accessPackages/{path['id']}/resourceRoleScopes.json")}
        rows = {(row["packageId"], row["roleId"], row["resourceId"]) for row in self.packages["roles"]}
        self.assertEqual(rows, given)

    def test_who_holds_what_may_not_be_held_together(self):
        both = {row["otherName"]: row["holdersOfBoth"] for row in self.packages["incompatible"]}
        self.assertEqual(both, {"Purchase approval": "1", "Vendor master data editors": "0"})


class PoliciesOfBeta(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        folder = pathlib.Path(folder.name)
        export = folder / "export"
        write_json(export, "users.json", [
            {"id": "u1", "displayName": "Ann Lee", "userPrincipalName": "ann@contoso.example"},
            {"id": "u2", "displayName": "=Bo", "userPrincipalName": "bo@contoso.example"}])
        write_json(export, f"{EM}/accessPackages.json", [{"id": "k1", "displayName": "Drawings", "isHidden": False}])
        write_json(export, f"{EM}/accessPackageAssignmentPolicies.json", [{
            "id": "p1", "accessPackageId": "k1", "displayName": "Everybody", "durationInDays": 30, "canExtend": True,
            "expirationDateTime": None,
            "requestorSettings": {
                "scopeType": "SpecificDirectorySubjects", "acceptRequests": True, "allowedRequestors": [
                    {"@odata.type": "#microsoft.graph.singleUser", "isBackup": False, "id": "u1"}]},
            "requestApprovalSettings": {
                "isApprovalRequired": True, "isApprovalRequiredForExtension": False, "approvalMode": "Serial",
                "isRequestorJustificationRequired": True, "approvalStages": [
                    {"approvalStageTimeOutInDays": 14, "isApproverJustificationRequired": False,
                     "isEscalationEnabled": True, "escalationTimeInMinutes": 4320, "primaryApprovers": [
                         {"@odata.type": "#microsoft.graph.requestorManager", "isBackup": False, "managerLevel": 2},
                         {"@odata.type": "#microsoft.graph.singleUser", "isBackup": True, "id": "u2"}],
                     "escalationApprovers": [{"@odata.type": "#microsoft.graph.singleUser", "id": "u9",
                                              "description": "Somebody"}]},
                    {"approvalStageTimeOutInDays": 7, "primaryApprovers": []}]},
            "accessReviewSettings": {"isEnabled": True, "recurrenceType": "quarterly", "reviewerType": "Self",
                                     "reviewers": []},
            "questions": [{"@odata.type": "#microsoft.graph.accessPackageTextInputQuestion", "isRequired": "true",
                           "sequence": "1", "text": {"defaultText": "Why?", "localizedTexts": []}}],
            "customExtensionHandlers": [{"id": "h", "stage": "assignmentRequestCreated", "customExtension": {
                "id": "x", "displayName": "Tell the desk"}}]}])
        tenure("import", export, "--db", folder / "tenure.sqlite", "--observed-at", "2026-06-30", expect=(0, 3))
        cls.packages = reported("packages", folder / "tenure.sqlite", folder / "out", expect=(3,))

    def expect(self, table, **cells):
        row = self.packages[table][0]
        self.assertEqual({name: row[name] for name in cells}, cells)

    def test_the_policy_is_told_in_the_words_of_v1(self):
        self.expect(
            "policies", packageName="Drawings", allowedTargetScope="specificDirectoryUsers", targets="Ann Lee",
            givenBy="request", approval="required", lifetimeKind="duration", lifetime="P30D", mayExtend="true",
            requestorJustification="true", questions="Why? (required)", reviews="on", reviewers="self",
            reviewedEvery="quarterly", extensions="when asked for: Tell the desk",
            approvers="1. the requestor's manager, level 2, else =Bo · 2. nobody")

    def test_stages_have_their_times(self):
        self.expect(
            "stages", stage="1", approvers="the requestor's manager, level 2", fallbackApprovers="=Bo",
            escalatedAfter="PT4320M", escalationApprovers="Somebody", deniedAfter="P14D", approverJustification="false")

    def test_without_an_organization_there_is_no_link(self):
        self.expect("packages", packageName="Drawings", requestLink="", catalogName="", catalogOwners="not imported")
