import Store
import Testing

/// What is true of one snapshot after the other is one row.
@Suite struct IntervalTests {
    let bench: StoreBench

    init() throws {
        bench = try StoreBench()
    }

    private func readings() throws -> [String] {
        try bench.rows("SELECT parent, first, last, complete FROM reading ORDER BY parent, first")
    }

    @Test func equalReadingsInARowAreOneInterval() throws {
        for day in 1...4 {
            try bench.write("2026-06-0\(day)") { try $0.read(entity: "user", parent: nil, complete: true) }
        }
        #expect(try readings() == ["0 | 1 | 4 | 1"])
    }

    @Test func anotherCompletenessBeginsAnother() throws {
        for (day, complete) in [(1, true), (2, false), (3, false), (4, true)] {
            try bench.write("2026-06-0\(day)") {
                try $0.read(entity: "user", parent: nil, complete: complete)
            }
        }
        #expect(try readings() == ["0 | 1 | 1 | 1", "0 | 2 | 3 | 0", "0 | 4 | 4 | 1"])
    }

    @Test func aSnapshotWithoutAReadingEndsIt() throws {
        for day in [1, 2, 3] {
            try bench.write("2026-06-0\(day)") { writer in
                if day != 2 { try writer.read(entity: "user", parent: nil, complete: true) }
            }
        }
        #expect(try readings() == ["0 | 1 | 1 | 1", "0 | 3 | 3 | 1"])
    }

    @Test(arguments: [[Int64(5), 7, 900], [5], []])
    func ofManyCollectionsThoseGoOnThatAreReadAgain(again: [Int64]) throws {
        let all: [Int64] = [5, 6, 7, 900]
        for (day, parents) in [(1, all), (2, again)] {
            try bench.write("2026-06-0\(day)") { writer in
                for parent in parents {
                    try writer.read(entity: "groupMember", parent: parent, complete: true)
                }
            }
        }
        #expect(try readings() == all.map { "\($0) | 1 | \(again.contains($0) ? 2 : 1) | 1" })
    }

    @Test func parentsAreApart() throws {
        try bench.write("2026-06-01") {
            try $0.read(entity: "groupMember", parent: 5, complete: true)
            try $0.read(entity: "groupMember", parent: 6, complete: false)
        }
        #expect(try readings() == ["5 | 1 | 1 | 1", "6 | 1 | 1 | 0"])
    }

    @Test func fieldsAreKeptLikeReadings() throws {
        for day in 1...2 {
            try bench.write("2026-06-0\(day)") { try $0.readField(entity: "user", field: "mail") }
        }
        #expect(
            try bench.rows("SELECT entity, field, first, last FROM fieldReading") == ["user | mail | 1 | 2"])
    }
}
