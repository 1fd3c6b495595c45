import Store
import Testing

/// State is kept as versions with a beginning and an end.
@Suite struct VersionTests {
    let bench: StoreBench

    init() throws {
        bench = try StoreBench()
    }

    private func versions() throws -> [String] {
        try bench.rows(
            "SELECT since, until, displayName, description FROM directoryGroup ORDER BY key, since")
    }

    @Test func whatDoesNotChangeIsOneVersion() throws {
        for day in 1...3 { try bench.write("2026-06-0\(day)") { try $0.group("g", "Sales", "all") } }
        #expect(try versions() == ["1 | - | Sales | all"])
    }

    @Test func whatChangesGetsAnotherVersion() throws {
        try bench.write("2026-06-01") { try $0.group("g", "Sales", "all") }
        try bench.write("2026-06-02") { try $0.group("g", "Sales EU", nil) }
        #expect(try versions() == ["1 | 2 | Sales | all", "2 | - | Sales EU | all"])
    }

    @Test func severalFilesOfOneSnapshotMakeOneVersion() throws {
        try bench.write("2026-06-01") {
            try $0.group("g", "Sales", nil)
            try $0.group("g", nil, "all")
            try $0.group("g", "Sales EU", nil)
        }
        #expect(try versions() == ["1 | - | Sales EU | all"])
    }

    @Test func whatALaterFileChangesBackHasNotChanged() throws {
        try bench.write("2026-06-01") { try $0.group("g", "Sales", "all") }
        try bench.write("2026-06-02") {
            try $0.group("g", "Sales EU", nil)
            try $0.group("g", "Sales", nil)
        }
        #expect(try versions() == ["1 | - | Sales | all"])
    }

    @Test func whatIsNoLongerThereEndsAndMayComeBack() throws {
        try bench.write("2026-06-01") {
            try $0.group("g", "Sales", "all")
            try $0.group("h", "Other", nil)
        }
        try bench.write("2026-06-02") {
            try $0.group("h", "Other", nil)
            #expect(try $0.closeUnseen(StoreBench.group, parent: nil, collection: 1, mostly: false) == 1)
        }
        try bench.write("2026-06-03") { try $0.group("g", "Sales", nil) }
        #expect(try versions() == ["1 | 2 | Sales | all", "3 | - | Sales | all", "1 | - | Other | -"])
    }

    @Test func aChildIsClosedAmongItsParentOnly() throws {
        try bench.write("2026-06-01") {
            for group in ["g", "h"] { for member in ["a", "b"] { try $0.member(member, of: group) } }
        }
        try bench.write("2026-06-02") {
            try $0.member("a", of: "g")
            let parent = try $0.idents.key("g")
            #expect(
                try $0.closeUnseen(StoreBench.member, parent: parent, collection: parent, mostly: false) == 1)
        }
        #expect(
            try bench.rows(
                """
                SELECT p.id, i.id FROM groupMember m JOIN ident p ON p.key = m.parent JOIN ident i ON i.key = m.key
                WHERE m.until IS NULL ORDER BY 1, 2
                """) == ["g | a", "h | a", "h | b"])
    }

    @Test func aNameStandsAsLongAsItsReference() throws {
        func write(_ day: String, _ catalog: Int64, _ name: String?) throws {
            try bench.write(day) {
                try $0.record(
                    StoreBench.package, parent: nil, key: 1,
                    values: [nil, .integer(catalog), name.map(StoredValue.text)], collection: 1)
            }
        }
        try write("2026-06-01", 7, "General")
        try write("2026-06-02", 7, nil)
        try write("2026-06-03", 8, nil)
        #expect(
            try bench.rows("SELECT since, catalog, catalogName FROM accessPackage ORDER BY since") == [
                "1 | 7 | General", "3 | 8 | -",
            ])
    }
}
