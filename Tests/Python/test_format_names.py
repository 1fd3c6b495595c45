"""The fixtures of other tools' formats have the members that bodies of the same kind have in the collected examples."""

import json
import pathlib
import tempfile
import unittest

from formats import audit_streams, az, entra_exporter, exports, powershell
from support import SHARED

EXAMPLES = SHARED / "graph/examples"
PACKAGES = "IdentityGovernance/EntitlementManagement/AccessPackages"

# (writer, files of the fixture, bodies of the same kind, members that none of these bodies happens to show)
KINDS = [
    (entra_exporter, f"{PACKAGES}/*/*.json", "beta__accesspackage-*", set()),
    (entra_exporter, f"{PACKAGES}/*/Assignments/*/*.json", "beta__accesspackageassignment-list*", {"schedule"}),
    (entra_exporter, f"{PACKAGES}/*/AssignmentPolicies/*/*.json", "beta__accesspackageassignmentpolicy-*",
     {"createdDateTime", "modifiedDateTime"}),
    (entra_exporter, f"{PACKAGES}/*/ResourceScopes/*/*.json", "beta__accesspackage-list-accesspackageresourcerolescopes*",
     set()),
    (entra_exporter, "ServicePrincipals/*/AppRoleAssignedTo/*/*.json", "v1.0__serviceprincipal-list-approleassignedto*", set()),
    (entra_exporter, "Groups/*/*.json", "v1.0__group-*", set()),
    (powershell, "identityGovernance/entitlementManagement/assignmentRequests.json",
     "v1.0__*assignmentrequest*",
     {"accessPackage", "assignment", "requestor", "justification", "customExtensionCalloutInstances", "extensions"}),
    (powershell, "auditLogs/directoryAudits.json", "v1.0__directoryaudit-*", {"extensions"}),
    (az, "az-users.json", "recorded/azurecli__get-user__200*", set()),
    (audit_streams, "stream/**/PT1H.json", "audit/elastic__azuremonitor-auditlogs-sample*", set()),
]


@unittest.skipUnless(EXAMPLES.is_dir(), "the folder shared/graph/examples is not there; TENURE_SHARED can name another")
class FormatNames(unittest.TestCase):
    def test_fixtures_have_no_member_that_the_examples_lack(self):
        for format, files, bodies, beyond in KINDS:
            with self.subTest(files=files), tempfile.TemporaryDirectory() as name:
                folder = pathlib.Path(name) / "2026-07"
                write = audit_streams.beside(audit_streams.monitor) if format is audit_streams else format.write
                write(format.held(exports.read("2026-07")), folder)
                ours = names(folder.glob(files))
                theirs = names(EXAMPLES.glob(bodies + "json"))
                self.assertTrue(ours)
                self.assertLessEqual(ours - beyond, theirs)
                self.assertFalse(beyond & theirs)


def names(files):
    """The members of all objects, as Graph spells them."""
    found = set()
    for file in files:
        text = file.read_text(encoding="utf-8-sig")
        try:
            documents = [json.loads(text)]
        except json.JSONDecodeError:
            documents = [json.loads(line) for line in text.splitlines() if line.strip()]
        for document in documents:
            items = document.get("value", document) if isinstance(document, dict) else document
            for item in items if isinstance(items, list) else [items]:
                # Expanded lists hold objects of the kind, too.
                for inner in [item, *item.get("accessPackageResourceRoleScopes", [])]:
                    found |= {name if name == "Level" else name[:1].lower() + name[1:] for name in inner}
    return {name for name in found if "@" not in name} - {"additionalProperties"}


if __name__ == "__main__":
    unittest.main()
