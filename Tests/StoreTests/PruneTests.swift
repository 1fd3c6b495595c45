import GRDB
import Model
import TestKit
import Testing

@testable import Store

/// What is forgotten, and that no table is missed.
@Suite struct PruneTests {
    let bench: StoreBench

    init() throws {
        bench = try StoreBench()
        for (number, name) in ["Sales", "Sale", "Buying"].enumerated() {
            try bench.write("2026-0\(number + 1)-01") { writer in
                try writer.group("g", name, nil)
                try writer.request("r", "state \(number)", nil)
            }
        }
    }

    private func prune(_ moment: String, keepingEvents: Bool = false) throws -> PruneSummary {
        let store = try TenureDatabase.openForWriting(bench.path)
        defer { try? store.close() }
        return try store.prune(
            before: try #require(Instant(moment)), now: try #require(Instant("2026-07-01")),
            keepingEvents: keepingEvents, isTrial: false)
    }

    @Test func everyTableWithVersionsHasARule() throws {
        let store = try DatabaseQueue(path: bench.path)
        let tables = try store.read { database in
            try String.fetchAll(database, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
                .filter { table in try database.columns(in: table).contains { $0.name == "until" } }
        }
        let ruled = PruneState.superseded.map(\.table) + PruneState.ended + PruneState.untouched
        #expect(tables.sorted() == ruled.sorted())
    }

    @Test func everyTableWithAParentIsToldByItsParent() throws {
        let store = try DatabaseQueue(path: bench.path)
        let tables = try store.read { database in
            try String.fetchAll(database, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
                .filter { table in
                    let names = try database.columns(in: table).map(\.name)
                    return names.contains("parent") && names.contains("until")
                }
        }
        #expect(Set(tables) == StateTables.children)
    }

    @Test func versionsThatWereFollowedGo() throws {
        let summary = try prune("2026-02-15")
        #expect(
            summary.counts.map { "\($0.table) \($0.rows)" } == [
                "assignmentRequest 1", "directoryGroup 1", "snapshot 1",
            ])
        #expect(
            try bench.rows("SELECT displayName FROM directoryGroup ORDER BY since") == ["Sale", "Buying"])
        #expect(
            try bench.rows("SELECT state FROM assignmentRequest ORDER BY since") == ["state 1", "state 2"])
    }

    @Test func eventsStayWhereThatIsAskedFor() throws {
        _ = try prune("2026-02-15", keepingEvents: true)
        #expect(try bench.rows("SELECT count(*) FROM assignmentRequest") == ["3"])
        // The snapshot that saw the first version stays as its date.
        #expect(try bench.rows("SELECT number FROM snapshot ORDER BY number") == ["1", "2", "3"])
    }

    @Test func beforeTheFirstSnapshotThereIsNothing() {
        #expect(throws: StoreError.nothingToPrune(before: "2025-12-31T00:00:00Z")) { try prune("2025-12-31") }
    }
}
