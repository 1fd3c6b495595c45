import Model
import Resolution
import Store
import Testing

/// How completely a report's needs are known (ACCESS.md 6): never read is not the same as empty.
@Suite struct NeedTests {
    private let bench: ImportBench

    init() throws {
        bench = try ImportBench()
    }

    private func state(of entity: String) throws -> NeedState.State {
        try bench.reading { connection in
            let moment = try #require(Instant("2026-08-01"))
            return try ReportState(connection, at: moment, path: bench.database).needs([entity])[0].state
        }
    }

    @Test(arguments: ["groupMember", "appRoleAssignment", "assignment", "approvalStage", "reviewDecision"])
    func whatHangsOnThingsNeverImportedIsMissing(entity: String) throws {
        try bench.take(["users.json": page([user("u1")])])
        #expect(try state(of: entity) == .missing)
    }

    @Test func noGroupsMeansNoMembersAreMissing() throws {
        try bench.take(["groups.json": page([])])
        #expect(try state(of: "groupMember") == .complete)
    }

    @Test func oneGroupWithoutItsMembersIsPartial() throws {
        let groups = ["g1", "g2"].map { object($0, "\"groupTypes\":[]") }
        try bench.take(["groups.json": page(groups), "groups/g1/members.json": page([])])
        #expect(try state(of: "groupMember") == .partial)
    }
}
