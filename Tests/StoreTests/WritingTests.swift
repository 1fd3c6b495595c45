import Foundation
import Model
import Store
import TestKit
import Testing

/// One writer at a time, one whole file at the end.
@Suite struct WritingTests {
    let bench: StoreBench

    init() throws {
        bench = try StoreBench()
    }

    @Test func theFileIsForItsOwnerOnlyAndStandsAlone() throws {
        try bench.write("2026-06-01") { try $0.group("g", "Sales", nil) }
        #expect(try bench.folder.names == ["tenure.sqlite"])
        let attributes = try FileManager.default.attributesOfItem(atPath: bench.path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test func whatLiesBesideWhileWritingIsForItsOwnerOnlyToo() throws {
        let store = try TenureDatabase.openForWriting(bench.path)
        for name in try bench.folder.names {
            let attributes = try FileManager.default.attributesOfItem(atPath: bench.folder.path(name))
            #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
        }
        try store.close()
    }

    @Test func aSecondWriterSaysWhoHoldsTheDatabase() throws {
        let store = try TenureDatabase.openForWriting(bench.path)
        let path = bench.path
        #expect(throws: StoreError.locked(path: path, holder: "process \(getpid())")) {
            _ = try TenureDatabase.openForWriting(path)
        }
        try store.close()
        try TenureDatabase.openForWriting(path).close()
    }

    @Test func whatIsLeftOfAKilledWriterDoesNotLock() throws {
        try bench.folder.write("tenure.sqlite.lock", "process 1")
        try bench.write("2026-06-01") { try $0.group("g", "Sales", nil) }
        #expect(try bench.folder.names == ["tenure.sqlite"])
    }

    /// A killed import may leave a journal that no reader may roll back; the reader has it done first.
    @Test func aReaderComesToTermsWithWhatAKilledImportLeft() throws {
        try bench.write("2026-06-01") { try $0.group("g", "Sales", nil) }
        let killed = bench.folder.path("killed.sqlite")
        let store = try TenureDatabase.openForWriting(bench.path)
        try store.importing { connection in
            try connection.execute("UPDATE directoryGroup SET displayName = 'half'")
            for end in ["", "-wal"] {
                try FileManager.default.copyItem(atPath: bench.path + end, toPath: killed + end)
            }
        }
        try store.abandon()
        let rows = try TenureDatabase.openForReading(killed).reading { connection in
            try connection.rows("SELECT displayName FROM directoryGroup")
        }
        #expect(rows == ["Sales"])
    }

    @Test func anImportThatFailsLeavesNothing() throws {
        struct Failure: Error {}
        try bench.write("2026-06-01") { try $0.group("g", "Sales", nil) }
        #expect(throws: Failure.self) {
            try bench.write("2026-06-02") {
                try $0.group("g", "Sales EU", nil)
                throw Failure()
            }
        }
        #expect(try bench.rows("SELECT since, until, displayName FROM directoryGroup") == ["1 | - | Sales"])
        #expect(try bench.rows("SELECT number FROM snapshot") == ["1"])
    }

    @Test func readersSeeTheStateBeforeAnImportUntilItIsDone() throws {
        try bench.write("2026-06-01") { try $0.group("g", "Sales", nil) }
        try bench.write("2026-06-02") { writer in
            try writer.group("g", "Sales EU", nil)
            #expect(try bench.rows("SELECT displayName FROM directoryGroup") == ["Sales"])
            #expect(try bench.rows("SELECT number FROM snapshot") == ["1"])
        }
        #expect(
            try bench.rows("SELECT displayName FROM directoryGroup ORDER BY since") == ["Sales", "Sales EU"])
    }

    @Test func anAbandonedNewDatabaseGoesAgain() throws {
        try TenureDatabase.openForWriting(bench.path).abandon()
        #expect(try bench.folder.names.isEmpty)
    }
}
