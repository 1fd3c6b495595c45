import Foundation
import GRDB
import TestKit
import Testing

@testable import Store

/// The copy that is kept of an older database when it is brought up to date.
@Suite struct EarlierCopyTests {
    let bench: StoreBench

    init() throws {
        bench = try StoreBench()
        try bench.write("2026-06-01") { try $0.group("g", "Sales", nil) }
    }

    private func copy(before version: Int = 9) throws -> String {
        try DatabaseQueue(path: bench.path).writeWithoutTransaction { database in
            try EarlierCopy.make(database, path: bench.path, before: version)
        }
    }

    @Test func isTheSameFileByteForByteAndReadableByItsOwnerOnly() throws {
        let path = try copy()
        #expect(path == bench.path + ".before-schema-9")
        #expect(FileManager.default.contentsEqual(atPath: path, andPath: bench.path))
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try TenureDatabase.openForReading(path).wholeness == .sealed)
        #expect(try bench.folder.names == ["tenure.sqlite", "tenure.sqlite.before-schema-9"])
    }

    @Test func aMigrationThatWasCutOffUsesItAgain() throws {
        #expect(try copy() == copy())
        #expect(try bench.folder.names.count == 2)
    }

    @Test func anotherCopyOfThatNameIsNotOverwritten() throws {
        try bench.folder.write("tenure.sqlite.before-schema-9", "of another day")
        #expect(try copy() == bench.path + ".before-schema-9-2")
        #expect(try bench.folder.read("tenure.sqlite.before-schema-9") == "of another day")
    }

    @Test func whatACutOffWriterCommittedIsInIt() throws {
        let writer = try DatabaseQueue(path: bench.path)
        try writer.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0")
            try database.execute(sql: "UPDATE directoryGroup SET displayName = 'Buying'")
        }
        let log = try Data(contentsOf: URL(fileURLWithPath: bench.path + "-wal"))
        let file = try Data(contentsOf: URL(fileURLWithPath: bench.path))
        try writer.close()
        try file.write(to: URL(fileURLWithPath: bench.path))
        try log.write(to: URL(fileURLWithPath: bench.path + "-wal"))
        let found = try DatabaseQueue(path: copy()).read { database in
            try String.fetchOne(database, sql: "SELECT displayName FROM directoryGroup")
        }
        #expect(found == "Buying")
    }

    /// A database as the first schema left it.
    private func older() throws -> String {
        let path = bench.folder.path("older.sqlite")
        let queue = try DatabaseQueue(path: path)
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { try $0.execute(sql: Schema1.sql) }
        try migrator.migrate(queue)
        try queue.write { database in
            try database.execute(
                sql: """
                    INSERT INTO snapshot VALUES (1, 0, 'test', 0, 0, 'test');
                    INSERT INTO ident VALUES (7, 'g');
                    INSERT INTO directoryGroup (key, since, displayName) VALUES (7, 1, 'Sales');
                    PRAGMA application_id = \(TenureDatabase.applicationId); PRAGMA user_version = 1
                    """)
        }
        try queue.close()
        return path
    }

    @Test func reportsRefuseAnOlderDatabaseAndSayWhatToDo() throws {
        let path = try older()
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(throws: StoreError.older(path: path, found: 1, known: TenureDatabase.schemaVersion)) {
            _ = try TenureDatabase.openForReading(path)
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }

    @Test func anOlderDatabaseIsBroughtUpToDateWithACopyBesideIt() throws {
        let path = try older()
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        let store = try TenureDatabase.openForWriting(path)
        let copy = try #require(store.earlierCopy)
        try store.close()
        #expect(copy == "\(path).before-schema-\(TenureDatabase.schemaVersion)")
        // But for the counters of changes in the header, to which folding an empty log may add.
        #expect(try Data(contentsOf: URL(fileURLWithPath: copy))[100...] == before[100...])
        let rows = try TenureDatabase.openForReading(path).reading {
            try $0.rows("SELECT displayName FROM groups")
        }
        #expect(rows == ["Sales"])
        #expect(try TenureDatabase.openForReading(path).wholeness == .sealed)
        // Once up to date, nothing is copied any more.
        let again = try TenureDatabase.openForWriting(path)
        #expect(again.earlierCopy == nil)
        try again.close()
    }
}
