import Foundation
import GRDB
import TestKit
import Testing

@testable import Store

/// The checksum over the pages: what breaks it and what does not.
@Suite struct SealTests {
    let bench: StoreBench

    init() throws {
        bench = try StoreBench()
        try bench.write("2026-06-01") { try $0.group("g", "Sales", nil) }
    }

    private func state() throws -> Seal.State {
        try DatabaseQueue(path: bench.path).read(Seal.state)
    }

    @Test func anImportSetsIt() throws {
        #expect(try TenureDatabase.openForReading(bench.path).wholeness == .sealed)
        try bench.write("2026-06-02") { try $0.group("g", "Sales & More", nil) }
        #expect(try state() == .whole)
    }

    @Test func aSnapshotBreaksItUntilTheImportIsDone() throws {
        let queue = try DatabaseQueue(path: bench.path)
        try queue.write { database in
            try database.execute(sql: "INSERT INTO snapshot VALUES (9, 0, '', 0, 0, '')")
        }
        #expect(try state() == .missing)
        #expect(try TenureDatabase.openForReading(bench.path).wholeness == .unsealed)
        try bench.write("2026-06-03") { try $0.group("h", "Buying", nil) }
        #expect(try state() == .whole)
    }

    @Test func anImportThatComesToNothingChangesNoByteButCounters() throws {
        let before = try Data(contentsOf: URL(fileURLWithPath: bench.path))
        try TenureDatabase.openForWriting(bench.path).abandon()
        let after = try Data(contentsOf: URL(fileURLWithPath: bench.path))
        #expect(before[100...] == after[100...])
        #expect(try state() == .whole)
    }

    @Test func whatAnotherProgramWritesIsNoticedAndCanBeAccepted() throws {
        let queue = try DatabaseQueue(path: bench.path)
        try queue.write { try $0.execute(sql: "UPDATE directoryGroup SET displayName = 'Other'") }
        let altered = StoreError.altered(path: bench.path)
        #expect(throws: altered) { _ = try TenureDatabase.openForReading(bench.path) }
        #expect(throws: altered) { _ = try TenureDatabase.openForWriting(bench.path) }
        try TenureDatabase.accept(bench.path)
        #expect(try TenureDatabase.openForReading(bench.path).wholeness == .sealed)
    }

    @Test func aCopyMadeBySQLiteKeepsIt() throws {
        let path = bench.folder.path("copy.sqlite")
        let copy = try DatabaseQueue(path: path)
        try DatabaseQueue(path: bench.path).backup(to: copy)
        #expect(try copy.read(Seal.state) == .whole)
    }

    @Test func everyByteCounts() {
        var bytes = [UInt8](repeating: 7, count: 4096)
        func sum() -> Int64 {
            var sum = PageSum()
            bytes.withUnsafeBytes { sum.add($0) }
            return sum.value
        }
        var sums: Set = [sum()]
        for index in stride(from: 0, to: 4096, by: 17) {
            bytes[index] ^= 1
            sums.insert(sum())
            bytes[index] ^= 1
        }
        #expect(sums.count == 242)
    }

    @Test func theSumIsThatOfXXH64() {
        // The published value for the 64 bytes 0…63.
        var sum = PageSum()
        (0..<64).map(UInt8.init).withUnsafeBytes { sum.add($0) }
        #expect(UInt64(bitPattern: sum.value) == 0xF7C6_7301_DB67_13F0)
    }
}
