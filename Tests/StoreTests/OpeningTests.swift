import Foundation
import Model
import TestKit
import Testing

@testable import Store

/// Which files are taken as the database, and what is said of the others.
@Suite struct OpeningTests {
    let bench: StoreBench

    init() throws {
        bench = try StoreBench()
        try bench.write("2026-06-01") { try $0.group("g", "Sales", nil) }
    }

    private func expectRefused(
        _ path: String, _ error: StoreError, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(throws: error, sourceLocation: sourceLocation) { _ = try TenureDatabase.openForReading(path) }
        #expect(throws: error, sourceLocation: sourceLocation) { _ = try TenureDatabase.openForWriting(path) }
        #expect(!FileManager.default.fileExists(atPath: path + ".lock"), sourceLocation: sourceLocation)
    }

    private func change(_ sql: String) throws {
        let store = try TenureDatabase.openForWriting(bench.path)
        try store.importing { try $0.execute(sql) }
        try store.close()
    }

    @Test func aMissingDatabaseIsNotMadeByReading() throws {
        let path = bench.folder.path("other.sqlite")
        #expect(throws: StoreError.missing(path: path)) { _ = try TenureDatabase.openForReading(path) }
        #expect(try bench.folder.names == ["tenure.sqlite"])
    }

    @Test func aFileThatIsNoDatabaseIsRefused() throws {
        try bench.folder.write("notes.txt", String(repeating: "no database at all\n", count: 100))
        let path = bench.folder.path("notes.txt")
        expectRefused(path, .notADatabase(path: path))
        #expect(try bench.folder.read("notes.txt").hasPrefix("no database"))
    }

    @Test func aDatabaseOfAnotherProgramIsRefusedAndLeftAsItIs() throws {
        try change("PRAGMA application_id = 7")
        let before = try Data(contentsOf: URL(fileURLWithPath: bench.path))
        expectRefused(bench.path, .foreign(path: bench.path))
        #expect(try Data(contentsOf: URL(fileURLWithPath: bench.path)) == before)
    }

    @Test func aNewerDatabaseIsRefusedAndLeftAsItIs() throws {
        try change("PRAGMA user_version = 99")
        let before = try Data(contentsOf: URL(fileURLWithPath: bench.path))
        expectRefused(bench.path, .newer(path: bench.path, found: 99, known: TenureDatabase.schemaVersion))
        #expect(try Data(contentsOf: URL(fileURLWithPath: bench.path)) == before)
    }

    @Test func aDamagedDatabaseIsSaidToBeSo() throws {
        var data = try Data(contentsOf: URL(fileURLWithPath: bench.path))
        for index in 4096..<data.count { data[index] = 0x5A }
        try data.write(to: URL(fileURLWithPath: bench.path))
        let isDamaged = { (error: any Error) in if case StoreError.damaged = error { true } else { false } }
        #expect(performing: { _ = try bench.rows("SELECT * FROM directoryGroup") }, throws: isDamaged)
        #expect(
            performing: { try bench.write("2026-06-02") { try $0.group("g", "Sales", nil) } },
            throws: isDamaged)
    }

    @Test func aTruncatedDatabaseIsSaidToBeSo() throws {
        let data = try Data(contentsOf: URL(fileURLWithPath: bench.path))
        try data.prefix(data.count / 2).write(to: URL(fileURLWithPath: bench.path))
        #expect(throws: StoreError.self) { _ = try bench.rows("SELECT * FROM directoryGroup") }
    }

    @Test func anEmptyFileHoldsNoSnapshotAndCanBeImportedInto() throws {
        try bench.folder.write("empty.sqlite", "")
        let path = bench.folder.path("empty.sqlite")
        #expect(throws: StoreError.empty(path: path)) { _ = try TenureDatabase.openForReading(path) }
        try TenureDatabase.openForWriting(path).close()
    }

    @Test func aFolderIsNoDatabase() throws {
        let path = bench.folder.path("folder")
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        expectRefused(path, .notADatabase(path: path))
    }

    @Test func aFolderThatIsNotThereIsSaid() throws {
        let path = bench.folder.path("nowhere/tenure.sqlite")
        #expect(throws: StoreError.cannotCreate(path: path, reason: "no such file or directory")) {
            _ = try TenureDatabase.openForWriting(path)
        }
    }
}
