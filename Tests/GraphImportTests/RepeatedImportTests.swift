import TestKit
import Testing

/// Importing the same files again changes nothing but the log of imports (ACCESS.md 6).
@Suite struct RepeatedImportTests {
    private func expectNothingChanges(
        _ files: [String: String], sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let bench = try ImportBench()
        try bench.take(files, at: "2026-06-01")
        let before = try bench.reading { try $0.dump() }
        for moment in ["2026-06-01", "2026-06-02"] {
            try bench.take(files, at: moment)
            let after = try bench.reading { try $0.dump() }
            #expect(after == before, sourceLocation: sourceLocation)
        }
        #expect(try bench.rows("SELECT count(*) FROM snapshot") == ["3"])
        #expect(!before.isEmpty)
    }

    @Test func objectsAndChildren() throws {
        try expectNothingChanges([
            "organization.json": page([object("t1", #""verifiedDomains":[{"name":"contoso.example"}]"#)]),
            "users.json": page([
                user("u1", "Ann Lee", #","signInActivity":{"lastSignInDateTime":"2026-05-01T00:00:00Z"}"#),
                user(
                    "u2", "Bob", #","manager":{"id":"u1","displayName":"Ann Lee"},"sponsors":[{"id":"u1"}]"#),
            ]),
            "groups.json": page([object("g1", #""groupTypes":["DynamicMembership"]"#)]),
            "groups/g1/members.json": page([
                object("u1", ##""@odata.type":"#microsoft.graph.user","displayName":"Ann""##)
            ]),
            "assignments.json": page([
                object(
                    "a1",
                    #""state":"delivered","target":{"id":"s1","objectId":"u1"},"accessPackage":{"id":"k1"}"#)
            ]),
        ])
    }

    @Test func anObjectThatTwoFilesTellDifferently() throws {
        try expectNothingChanges([
            "a/users.json": list([user("u1", "Ann")]), "b/users.json": list([user("u1", "Ann Lee")]),
            "c/users.json": list([user("u1", "Ann Smith", #","department":"Sales""#)]),
        ])
    }

    @Test func anEventThatTwoFilesTellDifferently() throws {
        func request(_ state: String) -> String {
            list([object("r1", #""requestType":"userAdd","state":"\#(state)","requestor":{"id":"s1"}"#)])
        }
        try expectNothingChanges([
            "a/assignmentRequests.json": request("submitted"),
            "b/assignmentRequests.json": request("delivered"),
            "c/assignmentRequests.json": request("delivering"),
        ])
    }

    @Test func aPersonThatTwoEdgesCallDifferently() throws {
        func members(_ name: String) -> String {
            page([object("u1", ##""@odata.type":"#microsoft.graph.user","displayName":"\##(name)""##)])
        }
        try expectNothingChanges([
            "groups/g1/members.json": members("Ann"), "groups/g2/members.json": members("Ann Lee"),
            "groups/g3/members.json": members("Ann Smith"),
        ])
    }

    @Test func partialCollections() throws {
        try expectNothingChanges([
            "users.json": page([user("u1")], next: true),
            "groups/g1/members.json": page([object("u1")], count: 5),
        ])
    }
}
