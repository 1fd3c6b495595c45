"""Access to packaged resources that no package explains, against the rows of the report access and the exports."""

from support import Sample, exported

LIVE = ("active", "delivering", "overdue")


class Outside(Sample):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.access = cls.tables("access")["access"]
        cls.outside = cls.tables("outside")
        cls.rows = {
            (row["personName"], row["resourceName"], row["role"], row["grant"]): row for row in cls.outside["outside"]}

    def expected(self):
        """Recomputed: the first group on the way is found by its name, which is unique in the sample."""
        packaged = {
            item["scope"]["originId"] for item in exported(
                "identityGovernance/entitlementManagement/accessPackages/*/resourceRoleScopes.json")}
        groups = {group["displayName"]: group["id"] for group in exported("groups.json")}
        given = {
            (row["personId"], row["resourceId"], row["roleId"]) for row in self.access
            if row["grant"] == "package" and row["status"] in LIVE}
        for row in self.access:
            if row["resourceId"] not in packaged or row["grant"] == "package":
                continue
            first = groups.get(row["via"].split(" > ")[0])
            ways = {(row["personId"], row["resourceId"], row["roleId"]), (row["personId"], first, f"Member_{first}")}
            if not ways & given:
                yield row["personName"], row["resourceName"], row["role"], row["grant"]

    def test_rows_are_those_that_no_package_explains(self):
        expected = set(self.expected())
        self.assertGreater(len(expected), 10)
        self.assertEqual(set(self.rows), expected)

    def test_what_a_package_conveys_through_its_group_is_explained(self):
        self.assertNotIn("Ana Ferreira", {person for person, *_ in self.rows})
        # Kwame reaches the group by nesting, too, and by his package.
        self.assertNotIn("Kwame Asante", {person for person, *_ in self.rows})

    def test_since_when_and_by_whom(self):
        marek = self.rows["Marek Dvorak", "Supplier drawings readers", "Member", "direct"]
        event = next(
            event for event in exported("auditLogs/*.json") if event["activityDisplayName"] == "Add member to group"
            and event["targetResources"][0]["displayName"] == "Marek Dvorak" and event["initiatedBy"]["user"])
        self.assertEqual(
            (marek["since"], marek["sinceFrom"], marek["addedBy"]),
            (event["activityDateTime"][:19] + "Z", "audit", event["initiatedBy"]["user"]["displayName"]))
        emily = self.rows["Emily Tran", "App4Guest", "Default Access", "direct"]
        created = next(
            edge["createdDateTime"] for edge in exported("servicePrincipals/*/appRoleAssignedTo.json")
            if edge["principalDisplayName"] == "Emily Tran" and edge["resourceDisplayName"] == "App4Guest")
        self.assertEqual((emily["since"], emily["sinceFrom"]), (created[:19] + "Z", "assignment"))

    def test_what_the_first_import_found_has_no_date(self):
        kenji = self.rows["Kenji Mori", "Dealer portal users", "Member", "direct"]
        self.assertEqual((kenji["since"], kenji["sinceFrom"], kenji["addedByKind"]), ("", "before", "unknown"))

    def test_each_resource_with_its_share(self):
        for row in self.outside["resources"]:
            here = [grant for grant in self.access if grant["resourceId"] == row["resourceId"]]
            here = [grant for grant in here if grant["status"] != "scheduled"]
            persons = {grant["personId"] for grant in here}
            outside = {line["personId"] for line in self.outside["outside"] if line["resourceId"] == row["resourceId"]}
            self.assertEqual((int(row["persons"]), int(row["outside"])), (len(persons), len(outside)), row)
            self.assertEqual(int(row["share"]), int(100 * len(outside) / len(persons) + 0.5), row)
