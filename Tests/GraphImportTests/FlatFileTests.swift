import Store
import Testing

/// The flat files of Microsoft's tutorial on reports of one's own (GRAPH.md 9.3).
struct FlatFileTests {
    @Test func aRowOfMembershipsIsTheWholeListOfAGroup() throws {
        let bench = try ImportBench()
        func file(_ first: String, _ second: String) -> [String: String] {
            [
                "EntraGroupMemberships.json": """
                [{"GroupId":"g1","Members":\(first),"SnapshotDate":"2026-06-01"},
                {"GroupId":"g2","Members":\(second),"SnapshotDate":"2026-06-01"}]
                """
            ]
        }
        try bench.take(file("[\"u1\",\"u2\"]", "\"u3\""))
        #expect(try bench.openChildren("groupMember") == ["g1 | u1", "g1 | u2", "g2 | u3"])
        try bench.take(file("\"u1\"", "null"))
        #expect(try bench.openChildren("groupMember") == ["g1 | u1"])
        #expect(try bench.readings("groupMember") == ["g1 | 1 | 2 | 1", "g2 | 1 | 2 | 1"])
    }

    /// The assignment of a group comes once for each of its members.
    @Test func theHolderOfAnAppRoleIsThePrincipalOfTheAssignment() throws {
        let bench = try ImportBench()
        func row(_ user: String) -> String {
            """
            {"Id":"r1","AppRoleId":"role","CreatedDateTime":"05/01/2026 10:20:30","PrincipalDisplayName":"\(user)",\
            "PrincipalId":"\(user)","AssignmentPrincipalType":"Group","AssignmentPrincipalDisplayName":"Buyers",\
            "AssignmentPrincipalId":"g1","ResourceDisplayName":"Shop","ResourceId":"s1","SnapshotDate":"2026-06-01"}
            """
        }
        try bench.take(["AppRoleAssignments.json": list([row("u1"), row("u2")])])
        #expect(
            try bench.rows(
                """
                SELECT p.id, a.principalType, a.createdAt / 10000000 FROM appRoleAssignment a
                JOIN ident p ON p.key = a.principal
                """) == ["g1 | Group | 1777630830"])
    }

    @Test func whatTheFlatFilesDoNotHoldStaysKnown() throws {
        let bench = try ImportBench()
        try bench.take([
            "assignments.json": page([
                object(
                    "a1",
                    "\"state\":\"delivered\",\"target\":{\"id\":\"s\",\"subjectLifecycle\":\"governed\"},\"schedule\":{\"expiration\":{\"type\":\"noExpiration\"}}"
                )
            ])
        ])
        let summary = try bench.take([
            "EntraAccessPackageAssignments.json": """
            [{"Id":"a1","ScheduleStartDateTime":"06/01/2026 00:00:00","AccessPackageId":"k1",\
            "AccessPackageDisplayName":"Tools","TargetId":"s","TargetDisplayName":"Ann Lee","TargetEmail":null,\
            "TargetObjectId":"u1","TargetPrincipalName":null,"TargetSubjectType":"user","SnapshotDate":"2026-06-02"}]
            """
        ])
        #expect(
            try bench.open(
                "assignment", "state", "subjectLifecycle", "expirationType", "packageName", "subjectName")
                == ["a1 | delivered | governed | noExpiration | Tools | Ann Lee"])
        #expect(
            summary.reasons(.incomplete) == [
                "EntraAccessPackageAssignments.json: assignment: it leaves out assignments that are not delivered"
            ])
    }
}
