import TestKit
import Testing

/// The shapes of beta and of v1.0 land in the same rows (GRAPH.md 8).
@Suite struct ShapeTests {
    private func dump(_ files: [String: String], without columns: [String: String] = [:]) throws -> [String] {
        let bench = try ImportBench()
        try bench.take(files)
        return try bench.reading { connection in
            try connection.rows("SELECT id FROM ident ORDER BY id")
                + connection.dump().filter { !$0.hasPrefix("ident:") }
        }
    }

    @Test func assignments() throws {
        let v1 = """
            {"id":"a1","state":"Delivered","status":"Delivered","expiredDateTime":null,
             "schedule":{"startDateTime":"2026-05-01T08:00:00Z","expiration":{"type":"notSpecified"}},
             "accessPackage":{"id":"k1"},"assignmentPolicy":{"id":"p1"},
             "target":{"id":"s1","objectId":"u1","displayName":"Ann Lee","subjectType":"user"}}
            """
        let beta = """
            {"id":"a1","assignmentState":"Delivered","assignmentStatus":"Delivered","expiredDateTime":null,
             "schedule":{"startDateTime":"2026-05-01T08:00:00Z","expiration":{"type":"notSpecified"}},
             "accessPackageId":"k1","assignmentPolicyId":"p1","targetId":"u1",
             "target":{"id":"s1","objectId":"u1","displayName":"Ann Lee","type":"user"}}
            """
        #expect(
            try dump(["assignments.json": page([v1])])
                == dump(["accessPackageAssignments.json": page([beta])]))
    }

    @Test func requests() throws {
        let v1 = """
            {"id":"r1","requestType":"userAdd","state":"delivered","status":"Delivered",
             "createdDateTime":"2026-05-01T08:00:00Z","completedDateTime":"2026-05-01T09:00:00Z",
             "accessPackage":{"id":"k1"},"assignment":{"id":"a1"},"requestor":{"id":"s1","objectId":"u1"}}
            """
        let beta = """
            {"id":"r1","requestType":"userAdd","requestState":"delivered","requestStatus":"Delivered",
             "createdDateTime":"2026-05-01T08:00:00Z","completedDate":"2026-05-01T09:00:00Z",
             "accessPackage":{"id":"k1"},"accessPackageAssignment":{"id":"a1"},
             "requestor":{"id":"s1","objectId":"u1"}}
            """
        #expect(
            try dump(["assignmentRequests.json": page([v1])])
                == dump(["accessPackageAssignmentRequests.json": page([beta])]))
    }

    @Test func resourceRoleScopes() throws {
        let role = #"{"displayName":"Member","originId":"Member_g1","originSystem":"AadGroup"}"#
        let scope = #"{"displayName":"Root","originId":"g1","originSystem":"AadGroup"}"#
        let v1 = "{\"id\":\"x1\",\"role\":\(role),\"scope\":\(scope)}"
        let beta =
            "{\"id\":\"x1\",\"accessPackageResourceRole\":\(role),\"accessPackageResourceScope\":\(scope)}"
        #expect(
            try dump(["accessPackages/k1/resourceRoleScopes.json": page([v1])])
                == dump(["accessPackages/k1/accessPackageResourceRoleScopes.json": page([beta])]))
    }

    @Test func catalogs() throws {
        #expect(
            try dump([
                "catalogs.json": page([object("c1", #""catalogType":"userManaged","state":"published""#)])
            ])
                == dump([
                    "accessPackageCatalogs.json": page([
                        object("c1", #""catalogType":"userManaged","catalogStatus":"published""#)
                    ])
                ]))
    }

    @Test(arguments: [
        (#""expiration":{"type":"afterDuration","duration":"P14D"}"#, "afterDuration | - | P14D"),
        (#""durationInDays":14"#, "- | - | P14D"),
        (#""durationInDays":0"#, "noExpiration | - | -"),
        (#""durationInDays":0,"expirationDateTime":"2026-06-01T00:00:00Z""#, "- | 17802720000000000 | -"),
        (#""durationInDays":0,"expirationDateTime":"0001-01-01T00:00:00Z""#, "noExpiration | - | -"),
    ])
    func expirationsOfPolicies(members: String, expected: String) throws {
        let bench = try ImportBench()
        try bench.take([
            "assignmentPolicies.json": page([object("p1", "\"requestorSettings\":{},\(members)")])
        ])
        #expect(
            try bench.open(
                "assignmentPolicy", "t.expirationType", "t.expirationEndsAt", "t.expirationDuration")
                == ["p1 | \(expected)"])
    }

    @Test func theBodyNamesTheParentBeforeTheFolderDoes() throws {
        let bench = try ImportBench()
        let body =
            "{\"@odata.context\":\"https://graph.microsoft.com/v1.0/$metadata#groups('g1')/members\",\"value\":[{\"id\":\"u1\"}]}"
        try bench.take(["groups/g2/members.json": body])
        #expect(try bench.openChildren("groupMember") == ["g1 | u1"])
    }
}
