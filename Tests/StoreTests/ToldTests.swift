import Store
import Testing

/// What edges and references tell of a directory object besides.
@Suite struct ToldTests {
    let bench: StoreBench

    init() throws {
        bench = try StoreBench()
    }

    private func tell(
        _ day: String, eventsOnly: Bool = false, _ source: ToldSource = .member, names: String?...,
        kind: String? = nil
    ) throws {
        try bench.write(day, eventsOnly: eventsOnly) { writer in
            for name in names {
                try writer.told(source, key: 1, kind: kind, displayName: name, userPrincipalName: nil)
            }
        }
    }

    private func told() throws -> [String] {
        try bench.rows("SELECT source, since, kind, displayName FROM told ORDER BY source, since")
    }

    @Test func aChangeIsAVersionAndTheSameIsNone() throws {
        try tell("2026-06-01", names: "Ann")
        try tell("2026-06-02", names: "Ann")
        try tell("2026-06-03", names: "Ann Lee")
        #expect(try told() == ["1 | 1 | - | Ann", "1 | 3 | - | Ann Lee"])
    }

    @Test func whatIsNotToldStands() throws {
        try tell("2026-06-01", names: "Ann", kind: "user")
        try tell("2026-06-02", names: nil)
        #expect(try told() == ["1 | 1 | user | Ann"])
    }

    @Test func nothingToldIsNoRow() throws {
        try tell("2026-06-01", names: nil)
        #expect(try told().isEmpty)
    }

    @Test func sourcesAreApart() throws {
        try tell("2026-06-01", names: "Ann")
        try tell("2026-06-02", .manager, names: "Ann Lee")
        #expect(try told() == ["1 | 1 | - | Ann", "5 | 2 | - | Ann Lee"])
    }

    @Test func theLastOfOneImportCounts() throws {
        try tell("2026-06-01", names: "Ann", "Ann Lee")
        try tell("2026-06-02", names: "Ann", "Ann Lee")
        #expect(try told() == ["1 | 1 | - | Ann Lee"])
    }

    @Test func anOlderImportOnlyFillsWhatNobodyTold() throws {
        try tell("2026-06-02", names: "Ann")
        try tell("2026-06-01", eventsOnly: true, names: "Ann before", kind: "user")
        #expect(try told() == ["1 | 1 | - | Ann", "1 | 2 | user | Ann"])
    }
}
