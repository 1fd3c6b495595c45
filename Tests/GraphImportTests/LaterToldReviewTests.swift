import Model
import Resolution
import Store
import Testing

/// What a decision is about may be told by a later import (ACCESS.md 1, "Events").
@Suite struct LaterToldReviewTests {
    private let bench: ImportBench

    private static func decision(_ resource: String) -> String {
        let members = #""decision":"Deny","reviewedDateTime":"2026-05-20T00:00:00Z","principal":{"id":"u1"}"#
        return page([object("d1", members + ",\"resourceLink\":null,\"resource\":" + resource)])
    }

    init() throws {
        bench = try ImportBench()
        try bench.take(
            [
                "groups.json": page([object("g1", "\"groupTypes\":[]")]),
                "groups/g1/members.json": page([object("u1")]),
                "definitions/r1/instances/i1/decisions.json": Self.decision("null"),
            ], at: "2026-06-01")
    }

    private func lastDecision() throws -> String? {
        try bench.reading { connection in
            let moment = try #require(Instant("2026-06-02"))
            let state = try ReportState(connection, at: moment, path: bench.database)
            var found: String?
            try AccessRows(state).forEach(AccessSelection(scope: .all)) { found = $0.review?.decision }
            return found
        }
    }

    @Test func aResourceThatIsToldLaterCounts() throws {
        #expect(try lastDecision() == nil)
        let later = #"{"id":"g1","type":"group"}"#
        try bench.take(["definitions/r1/instances/i1/decisions.json": Self.decision(later)], at: "2026-07-01")
        #expect(try lastDecision() == "Deny")
    }
}
