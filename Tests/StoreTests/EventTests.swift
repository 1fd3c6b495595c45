import Store
import Testing

/// Events keep every version that was seen, in the order of their observation.
@Suite struct EventTests {
    let bench: StoreBench

    init() throws {
        bench = try StoreBench()
    }

    private func versions() throws -> [String] {
        try bench.rows("SELECT since, state, justification FROM assignmentRequest ORDER BY key, since")
    }

    @Test func everyVersionIsKeptAndNothingEnds() throws {
        try bench.write("2026-06-01") { try $0.request("r", "submitted", "please") }
        try bench.write("2026-06-02") { try $0.request("r", "delivered", nil) }
        try bench.write("2026-06-03") {
            let closed = try $0.closeUnseen(
                StoreBench.request, parent: nil, collection: 1, mostly: false)
            #expect(closed == 0)
        }
        #expect(try versions() == ["1 | submitted | please", "2 | delivered | please"])
    }

    @Test func theSameAgainIsNoVersion() throws {
        try bench.write("2026-06-01") { try $0.request("r", "submitted", nil) }
        try bench.write("2026-06-02") { try $0.request("r", "submitted", nil) }
        #expect(try versions() == ["1 | submitted | -"])
    }

    @Test func whatALaterFileChangesBackHasNotChanged() throws {
        try bench.write("2026-06-01") { try $0.request("r", "submitted", nil) }
        try bench.write("2026-06-02") {
            try $0.request("r", "denied", nil)
            try $0.request("r", "submitted", nil)
        }
        #expect(try versions() == ["1 | submitted | -"])
    }

    @Test func anOlderImportBringsTheVersionOfItsMoment() throws {
        try bench.write("2026-06-02") { try $0.request("r", "delivered", "please") }
        try bench.write("2026-06-01", eventsOnly: true) { try $0.request("r", "submitted", nil) }
        try bench.write("2026-06-03") { try $0.request("r", nil, nil) }
        #expect(try versions() == ["1 | delivered | please", "2 | submitted | -"])
    }
}
