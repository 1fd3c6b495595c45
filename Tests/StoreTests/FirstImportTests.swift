import Store
import Testing

/// Rows of a first import wait for more of their kind: whatever is told after them sees them nevertheless.
@Suite struct FirstImportTests {
    let bench: StoreBench

    init() throws {
        bench = try StoreBench()
    }

    @Test func anEdgeThatIsClosedAndToldAgainIsOpen() throws {
        try bench.write("2026-06-01") { writer in
            try writer.edge(2, of: 1)
            #expect(try writer.close(StoreBench.member, parent: 1, key: 2))
            try writer.edge(2, of: 1)
        }
        #expect(try bench.rows("SELECT parent, key, since, until FROM groupMember") == ["1 | 2 | 1 | -"])
    }

    @Test func whatWaitsCanBeClosed() throws {
        try bench.write("2026-06-01") { writer in
            try writer.edge(2, of: 1)
            try writer.edge(3, of: 1)
            #expect(try writer.close(StoreBench.member, parent: 1, key: 3))
        }
        #expect(
            try bench.rows("SELECT key, since, until FROM groupMember ORDER BY key")
                == ["2 | 1 | -", "3 | 1 | 1"])
    }

    /// More than go together in one statement, and one of them once more.
    @Test(arguments: [1, 31, 32, 33, 100]) func aLaterFileAddsToARowThatWaits(count: Int) throws {
        try bench.write("2026-06-01") { writer in
            for key in 1...count { try writer.group(Int64(key), "Sales") }
            #expect(try writer.knows(StoreBench.group, key: Int64(count)))
            try writer.group(Int64(count), "Sales EU")
        }
        let rows = try bench.rows("SELECT key, since, until, displayName FROM directoryGroup ORDER BY key")
        #expect(rows.count == count)
        #expect(rows.last == "\(count) | 1 | - | Sales EU")
    }
}

extension SnapshotWriter {
    fileprivate func edge(_ key: Int64, of parent: Int64) throws {
        try record(
            table(StoreBench.member), parent: parent, key: key,
            cells: UnsafeBufferPointer(start: nil, count: 0), collection: 1)
    }

    /// As a row says it; a text of the program itself lives as long as it is waited for.
    fileprivate func group(_ key: Int64, _ name: StaticString) throws {
        let text = UnsafeRawBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
        try [Cell.text(text), .absent].withUnsafeBufferPointer { cells in
            _ = try record(table(StoreBench.group), parent: nil, key: key, cells: cells, collection: 1)
        }
    }
}
