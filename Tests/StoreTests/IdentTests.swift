import Store
import TestKit
import Testing

/// Every id has one number, however often it is named.
@Suite struct IdentTests {
    let bench: StoreBench

    init() throws {
        bench = try StoreBench()
    }

    private static let guid = "AAAAAAAA-bbbb-4CCC-8ddd-00000000000E"

    private func keys(_ ids: [String]) throws -> [Int64] {
        var keys: [Int64] = []
        try bench.write("2026-06-01") { writer in keys = try ids.map { try writer.idents.key($0) } }
        return keys
    }

    @Test func guidsCompareWithoutCaseAndArePrintedInLowerCase() throws {
        #expect(try keys([Self.guid, Self.guid.lowercased(), Self.guid.uppercased()]) == [1, 1, 1])
        #expect(try bench.rows("SELECT id FROM ident") == [Self.guid.lowercased()])
        #expect(
            try bench.rows("SELECT \(IdentSQL.text("id")), typeof(id) FROM ident") == [
                Self.guid.lowercased() + " | blob"
            ])
    }

    /// Ids come from outside, and may differ in their first digits alone.
    @Test(.timeLimit(.minutes(1))) func idsThatAreMuchAlikeDoNotSearchOneAnother() throws {
        let ids = (10_000_000..<10_100_000).map { "\($0)-0000-4000-8000-000000000000" }
        #expect(Set(try keys(ids)).count == ids.count)
    }

    @Test func theyDoSoBehindMemberAndOwnerToo() throws {
        let lower = Self.guid.lowercased()
        #expect(
            try keys(["Member_" + Self.guid, "Member_" + lower, "Owner_" + lower, "member_" + lower]) == [
                1, 1, 2, 3,
            ])
    }

    @Test func otherIdsCompareExactly() throws {
        let ids = ["wt66v3n_x", "WT66V3N_X", "é", "e\u{301}", "a\0b", "a", " a", Self.guid + "0", ""]
        #expect(try keys(ids) == Array(1...9))
        #expect(
            try bench.rows("SELECT id FROM ident ORDER BY key").map { Array($0.utf8) }
                == ids.map { id in
                    Array((id.hasPrefix("AAAA") ? Self.guid + "0" : id).utf8)
                })
    }

    @Test func aNumberStandsForEver() throws {
        let first = try keys(["a", "b"])
        #expect(try keys(["b", "c", "a"]) == [first[1], 3, first[0]])
    }

    @Test func aLookUpGivesNoNewNumbers() throws {
        _ = try keys([Self.guid])
        try TenureDatabase.openForReading(bench.path).reading { connection in
            let lookup = try IdentLookup(connection)
            #expect(try lookup.key(of: Self.guid.uppercased()) == 1)
            #expect(try lookup.key(of: "x") == nil)
        }
    }
}
