import GraphImport
import Model
import Store
import TestKit
import Testing

/// What was observed before the newest snapshot brings events only (ACCESS.md 6).
@Suite struct OlderImportTests {
    let bench: ImportBench

    private static func request(_ state: String, _ name: String = "Ann") -> String {
        page([
            object(
                "r1",
                #""requestType":"userAdd","state":"\#(state)","requestor":{"id":"s1","displayName":"\#(name)"}"#
            )
        ])
    }

    init() throws {
        bench = try ImportBench()
        try bench.take(
            [
                "organization.json": page([object("t1", #""verifiedDomains":[]"#)]),
                "users.json": page([user("u1")]),
                "assignmentRequests.json": Self.request("delivered"),
            ], at: "2026-06-10T00:00:00Z")
    }

    @Test func itsStateIsRefusedWithTheDateInTheWay() throws {
        let summary = try bench.take(
            [
                "users.json": page([user("u2"), user("u3")]),
                "assignmentRequests.json": Self.request("submitted"),
            ],
            at: "2026-06-09T23:59:59Z")
        #expect(try bench.open("user") == ["u1"])
        #expect(
            summary.reasons(.refused) == [
                "state of 2026-06-09T23:59:59Z: 2 objects: an import observed before the newest snapshot "
                    + "(2026-06-10T00:00:00Z) brings events only"
            ])
    }

    @Test func itsEventsCount() throws {
        try bench.take(["assignmentRequests.json": Self.request("submitted")], at: "2026-06-09")
        #expect(
            try bench.rows("SELECT since, state FROM assignmentRequest ORDER BY since") == [
                "1 | delivered", "2 | submitted",
            ])
        #expect(try bench.rows("SELECT eventsOnly FROM snapshot ORDER BY number") == ["0", "1"])
    }

    @Test func withStateAloneItIsRefusedAsAWhole() throws {
        let older = try #require(Instant("2026-06-09"))
        let newest = try #require(Instant("2026-06-10"))
        #expect(throws: ImportError.onlyOlderState(observed: older, newest: newest)) {
            try bench.take(["users.json": page([user("u2")])], at: "2026-06-09")
        }
        #expect(try bench.rows("SELECT count(*) FROM snapshot") == ["1"])
    }

    @Test func theSameMomentIsNotBefore() throws {
        try bench.take(["users.json": page([user("u2")])], at: "2026-06-10T00:00:00Z")
        #expect(try bench.open("user") == ["u2"])
    }

    @Test func anOlderNameDoesNotReplaceANewerOne() throws {
        try bench.take(
            ["assignmentRequests.json": Self.request("submitted", "Ann before her wedding")], at: "2026-06-09"
        )
        #expect(try bench.rows("SELECT displayName FROM told ORDER BY since DESC LIMIT 1") == ["Ann"])
    }

    @Test(arguments: ["2026-06-09", "2026-06-11"])
    func anotherOrganizationIsRefused(moment: String) throws {
        #expect(throws: StoreError.otherTenant(known: "t1", found: "t2")) {
            try bench.take(
                [
                    "organization.json": page([object("t2", #""verifiedDomains":[]"#)]),
                    "assignmentRequests.json": Self.request("submitted"),
                ], at: moment)
        }
        #expect(try bench.rows("SELECT count(*) FROM snapshot") == ["1"])
    }

    @Test func twoOrganizationsAtOnceAreRefused() throws {
        let other = try ImportBench()
        #expect(throws: StoreError.self) {
            try other.take([
                "organization.json": page([object("t1", #""verifiedDomains":[]"#), object("t2")])
            ])
        }
    }
}
