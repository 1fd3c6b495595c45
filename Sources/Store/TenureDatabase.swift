import Foundation
import GRDB
import GRDBSQLite

/// The one file that holds a tenant's history.
public struct TenureDatabase: Sendable {
    /// `Tenu`, so that a foreign database is told apart.
    static let applicationId = 0x5465_6E75
    static let schemaVersion = 1

    public let path: String
    let queue: DatabaseQueue
    private let lock: WriteLock?
    private let isNew: Bool

    /// Opens the database to write one import; makes it when it is not there.
    public static func openForWriting(_ path: String) throws -> TenureDatabase {
        try checkIsFile(path)
        let lock = try WriteLock(path + ".lock", database: path)
        let isNew = !FileManager.default.fileExists(atPath: path)
        if isNew { try make(path) }
        let queue = try open(path, configuration(readonly: false))
        do {
            try queue.writeWithoutTransaction { database in
                try check(database, path: path)
                // Before there is a table: killed on the way, the file is still known as ours.
                try database.execute(sql: "PRAGMA application_id = \(applicationId)")
                try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
            }
            try Migrations.run(queue)
        } catch let error as DatabaseError {
            throw StoreError.opening(path, error)
        }
        return TenureDatabase(path: path, queue: queue, lock: lock, isNew: isNew)
    }

    /// Opens the database to report from it.
    public static func openForReading(_ path: String) throws -> TenureDatabase {
        guard FileManager.default.fileExists(atPath: path) else { throw StoreError.missing(path: path) }
        try checkIsFile(path)
        do {
            return try reading(path)
        } catch let error as DatabaseError {
            guard error.resultCode == .SQLITE_READONLY || error.resultCode == .SQLITE_CANTOPEN, recover(path)
            else { throw StoreError.opening(path, error) }
        }
        do {
            return try reading(path)
        } catch let error as DatabaseError {
            throw StoreError.opening(path, error)
        }
    }

    private static func reading(_ path: String) throws -> TenureDatabase {
        let queue = try DatabaseQueue(path: path, configuration: configuration(readonly: true))
        try queue.read { database in
            try check(database, path: path)
            guard try Int.fetchOne(database, sql: "PRAGMA user_version") == schemaVersion else {
                throw StoreError.empty(path: path)
            }
        }
        return TenureDatabase(path: path, queue: queue, lock: nil, isNew: false)
    }

    /// Leaves one whole file without a log beside it.
    public func close() throws {
        if lock != nil {
            try queue.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
                // Fails harmlessly while somebody reads; the next import tidies up.
                _ = try? database.execute(sql: "PRAGMA journal_mode = DELETE")
            }
        }
        try queue.close()
        lock?.release()
    }

    /// After an import that came to nothing: a database that was made for it goes again.
    public func abandon() throws {
        try close()
        guard isNew else { return }
        try FileManager.default.removeItem(atPath: path)
    }

    static func configuration(readonly: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = readonly
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { database in
            try database.execute(
                sql: """
                    PRAGMA temp_store = FILE; PRAGMA temp.cache_size = -32768;
                    PRAGMA cache_size = \(readonly ? -262144 : -65536)
                    """)
        }
        return configuration
    }

    private static func open(_ path: String, _ configuration: Configuration) throws -> DatabaseQueue {
        do {
            return try DatabaseQueue(path: path, configuration: configuration)
        } catch let error as DatabaseError {
            throw StoreError.opening(path, error)
        }
    }

    private static func checkIsFile(_ path: String) throws {
        // The opening of a pipe would wait for a writer.
        var status = stat()
        guard stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG else {
            throw StoreError.notADatabase(path: path)
        }
    }

    private static func check(_ database: Database, path: String) throws {
        let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        if application != applicationId, tables > 0 { throw StoreError.foreign(path: path) }
        if version > schemaVersion {
            throw StoreError.newer(path: path, found: version, known: schemaVersion)
        }
    }
}
