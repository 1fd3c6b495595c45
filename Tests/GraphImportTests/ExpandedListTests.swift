import GraphImport
import Store
import Testing

/// Lists within an object: whole only as long as nothing says that they go on (ACCESS.md 6).
@Suite struct ExpandedListTests {
    private let bench: ImportBench

    private static func package(_ scopes: [String], _ more: String = "") -> String {
        let list = scopes.map { id in
            #"{"id":"\#(id)","role":{"originId":"r-\#(id)"},"scope":{"originId":"s1","originSystem":"Other"}}"#
        }
        return page([
            object("p1", "\"isHidden\":false,\"resourceRoleScopes\":[\(list.joined(separator: ","))]\(more)")
        ])
    }

    init() throws {
        bench = try ImportBench()
        try bench.take(["accessPackages.json": Self.package(["a", "b", "c"])])
    }

    @Test func aWholeListClosesWhatItNoLongerHolds() throws {
        try bench.take(["accessPackages.json": Self.package(["a"])])
        #expect(try bench.openChildren("resourceRoleScope") == ["p1 | a"])
    }

    @Test(arguments: [
        #","resourceRoleScopes@odata.nextLink":"https://graph.example/x""#,
        #","resourceRoleScopes@odata.count":3"#,
    ])
    func aListThatIsCutOffClosesNothing(more: String) throws {
        let summary = try bench.take(["accessPackages.json": Self.package(["a"], more)])
        #expect(try bench.openChildren("resourceRoleScope").count == 3)
        #expect(!summary.isComplete)
    }

    @Test func aMemberThatIsNoListIsSaid() throws {
        let summary = try bench.take([
            "accessPackages.json": page([object("p1", "\"resourceRoleScopes\":\"x\"")])
        ])
        #expect(summary.reasons(.leftAside).contains { $0.contains("resourceRoleScopes is no list") })
    }

    @Test func aRoleWithoutItsResourceIsSaid() throws {
        let scopes = page([object("d", "\"role\":{\"originId\":\"r\"},\"scope\":{}")])
        let summary = try bench.take(["accessPackages/p1/resourceRoleScopes.json": scopes])
        #expect(summary.reasons(.incomplete).contains { $0.contains("it is in no row") })
    }

    @Test func aManagerMakesNoUser() throws {
        let summary = try bench.take([
            "users.json": page([user("u1")]), "users/u1/manager.json": object("u2"),
            "users/u9/manager.json": object("u2"),
        ])
        #expect(try bench.open("user") == ["u1"])
        #expect(summary.reasons(.leftAside).contains { $0.contains("of a user that is not known") })
    }
}
