import Foundation
import Store
import Testing

/// EntraExporter: each object in a folder of its own name (GRAPH.md 9.2).
struct ExporterFolderTests {
    private func objects(_ folder: String, _ bodies: [String: String]) -> [String: String] {
        Dictionary(uniqueKeysWithValues: bodies.map { ("\(folder)/\($0)/\($0).json", $1) })
    }

    private func member(_ id: String, _ name: String?) -> String {
        let upn = name.map { "\"\($0)\"" } ?? "null"
        return "{\"id\":\"\(id)\",\"userPrincipalName\":\(upn),\"displayName\":\"Name of \(id)\"}"
    }

    @Test func theFolderTellsTheGroupAndWhatIsGoneIsClosed() throws {
        let bench = try ImportBench()
        let groups = objects(
            "Groups", ["g1": object("g1", "\"groupTypes\":[]"), "g2": object("g2", "\"groupTypes\":[]")])
        let both = objects(
            "Groups/g1/Members", ["u1": member("u1", "u1@contoso.example"), "g2": member("g2", nil)])
        let one = objects("Groups/g1/Members", ["g2": member("g2", nil)])
        try bench.take(groups.merging(both) { $1 })
        #expect(try bench.openChildren("groupMember") == ["g1 | g2", "g1 | u1"])
        try bench.take(groups.merging(one) { $1 })
        #expect(try bench.openChildren("groupMember") == ["g1 | g2"])
        #expect(try bench.readings("groupMember") == ["g1 | 1 | 2 | 1"])
        // Nobody is a user for being a member: the group has no sign-in name.
        #expect(try bench.open("user").isEmpty)
    }

    @Test func filesOfWindowsPowerShellAreRead() throws {
        let bench = try ImportBench()
        let text =
            "{\r\n  \"id\": \"g1\",\r\n  \"groupTypes\": [],\r\n  \"displayName\": \"Zürich \u{1F600}\"\r\n}\r\n"
        let wide = Data([0xFF, 0xFE]) + text.data(using: .utf16LittleEndian)!
        try bench.take(data: ["Groups/g1/g1.json": wide])
        #expect(try bench.open("directoryGroup", "displayName") == ["g1 | Zürich \u{1F600}"])
        let marked = Data([0xEF, 0xBB, 0xBF]) + Data(text.utf8)
        try bench.take(data: ["Groups/g1/g1.json": marked])
        #expect(try bench.rows("SELECT count(*) FROM directoryGroup") == ["1"])
    }

    @Test func assignmentsWithoutNamesFindPackagePolicyAndPerson() throws {
        let bench = try ImportBench()
        try bench.take(
            objects(
                "IdentityGovernance/EntitlementManagement/AccessPackages/k1/Assignments",
                [
                    "a1": """
                    {"id":"a1","catalogId":"c1","accessPackageId":"k1","assignmentPolicyId":"p1","targetId":"u1",\
                    "assignmentStatus":"Delivered","assignmentState":"Delivered","isExtended":false,"expiredDateTime":null}
                    """
                ]))
        #expect(
            try bench.rows(
                """
                SELECT k.id, p.id, u.id, a.subject FROM assignment a JOIN ident k ON k.key = a.package
                JOIN ident p ON p.key = a.policy JOIN ident u ON u.key = a.person
                """) == ["k1 | p1 | u1 | -"])
        #expect(try bench.readings("assignment") == ["k1 | 1 | 1 | 1"])
    }

    @Test func instancesLieStraightBelowTheirReview() throws {
        let bench = try ImportBench()
        let review = "IdentityGovernance/AccessReviews"
        try bench.take([
            "\(review)/d1/d1.json": object("d1", "\"displayName\":\"Once\""),
            "\(review)/d1/d1/d1.json": object("d1", "\"status\":\"Applied\""),
            "\(review)/d1/d1/Reviewers/u1/u1.json": object("u1", "\"displayName\":\"Ann Lee\""),
        ])
        #expect(try bench.open("reviewDefinition", "displayName") == ["d1 | Once"])
        #expect(try bench.open("reviewInstance", "status") == ["d1 | Applied"])
        #expect(try bench.openChildren("contactedReviewer") == ["d1 | u1"])
    }

    @Test func foldersOfOtherThingsAreLeftAsideEachOnce() throws {
        let bench = try ImportBench()
        let owners = objects(
            "Applications/r1/Owners", ["u1": member("u1", "u1@contoso.example"), "s1": member("s1", nil)])
        let registrations = objects(
            "Applications", ["r1": object("r1", "\"appId\":\"a\",\"appRoles\":[]"), "r2": object("r2")])
        let summary = try bench.take(
            owners.merging(registrations) { $1 }.merging(["users.json": page([user("u9")])]) { $1 })
        #expect(
            Set(summary.reasons(.leftAside)) == [
                "Applications: holds Applications, which is not imported",
                "Owners: holds Owners, which is not imported",
                "Applications: 1 more: holds Applications, which is not imported",
                "Owners: 1 more: holds Owners, which is not imported",
            ])
        #expect(try bench.open("user") == ["u9"])
    }

    /// It asks for assigned roles only.
    @Test func schedulesOfRolesArePartial() throws {
        let bench = try ImportBench()
        let summary = try bench.take(
            objects(
                "RoleManagement/Directory/RoleAssignmentScheduleInstances",
                [
                    "i1": object(
                        "i1",
                        "\"principalId\":\"u1\",\"roleDefinitionId\":\"r1\",\"assignmentType\":\"Assigned\"")
                ]))
        #expect(
            summary.reasons(.incomplete) == [
                "i1.json: roleAssignmentSchedule: it leaves out roles that were activated"
            ])
    }
}
