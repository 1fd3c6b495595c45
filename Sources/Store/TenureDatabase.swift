import Foundation
import GRDB
import GRDBSQLite

/// The one file that holds a tenant's history.
public struct TenureDatabase: Sendable {
    /// `Tenu`, so that a foreign database is told apart.
    static let applicationId = 0x5465_6E75
    static let schemaVersion = 8

    public let path: String
    let queue: DatabaseQueue
    let lock: WriteLock?
    /// Where a new database is written before it is moved to its place; nil when it stands there already.
    let fresh: String?
    /// What was found when it was opened.
    public let wholeness: Wholeness
    /// The copy of the database as it was before this version brought it up to date.
    public private(set) var earlierCopy: String?

    /// Opens the database to write one import. One that is not there is made beside its place, and moved there
    /// when it is closed.
    public static func openForWriting(_ path: String) throws -> TenureDatabase {
        try checkIsFile(path)
        let lock = try WriteLock(path + ".lock", database: path)
        guard FileManager.default.fileExists(atPath: path) else {
            let (queue, fresh) = try make(path)
            return TenureDatabase(path: path, queue: queue, lock: lock, fresh: fresh, wholeness: .sealed)
        }
        let queue = try open(path, configuration(readonly: false))
        do {
            let (wholeness, copy) = try queue.writeWithoutTransaction { try beforeWriting($0, path: path) }
            try Migrations.run(queue)
            return TenureDatabase(
                path: path, queue: queue, lock: lock, fresh: nil, wholeness: wholeness, earlierCopy: copy)
        } catch let error as DatabaseError {
            throw StoreError.opening(path, error)
        }
    }

    /// Opens the database to report from it.
    ///
    /// - Throws: `StoreError.damaged` or `.altered` when its pages are not as tenure left them.
    public static func openForReading(_ path: String) throws -> TenureDatabase {
        guard FileManager.default.fileExists(atPath: path) else { throw StoreError.missing(path: path) }
        try checkIsFile(path)
        do {
            return try reading(path)
        } catch let error as DatabaseError {
            guard error.resultCode == .SQLITE_READONLY || error.resultCode == .SQLITE_CANTOPEN
            else { throw StoreError.opening(path, error) }
            guard recover(path) else {
                throw hasLog(path) ? StoreError.unfinished(path: path) : StoreError.opening(path, error)
            }
        }
        do {
            return try reading(path)
        } catch let error as DatabaseError {
            throw StoreError.opening(path, error)
        }
    }

    private static func reading(_ path: String) throws -> TenureDatabase {
        let queue = try DatabaseQueue(path: path, configuration: configuration(readonly: true))
        let wholeness = try queue.read { database in
            try check(database, path: path)
            let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
            guard version > 0 else { throw StoreError.empty(path: path) }
            guard version == schemaVersion else {
                throw StoreError.older(path: path, found: version, known: schemaVersion)
            }
            return try Wholeness.judge(database, path: path, deep: false)
        }
        return TenureDatabase(path: path, queue: queue, lock: nil, fresh: nil, wholeness: wholeness)
    }

    /// Leaves one whole file without a log beside it, and seals it.
    ///
    /// - Throws: `StoreError` when the log could not be folded into the file: it stays beside it, nothing is lost,
    ///   and the next import folds it in.
    public func close() throws {
        defer { lock?.release() }
        do {
            if fresh != nil {
                try queue.writeWithoutTransaction(Seal.set)
            } else if lock != nil {
                try queue.writeWithoutTransaction(TenureDatabase.fold)
            }
            try queue.close()
        } catch let error as DatabaseError {
            throw StoreError.opening(path, error)
        }
        if let fresh { try TenureDatabase.place(fresh, at: path) }
    }

    /// After an import that came to nothing: a database that was made for it goes again.
    public func abandon() throws {
        guard let fresh else { return try close() }
        // Without a journal it may not even close well.
        try? queue.close()
        unlink(fresh)
        lock?.release()
    }

    static func configuration(readonly: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = readonly
        // Whatever refers to a snapshot is written by the import that makes it; no look is needed at each row.
        configuration.foreignKeysEnabled = false
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

    static func checkIsFile(_ path: String) throws {
        // The opening of a pipe would wait for a writer.
        var status = stat()
        guard stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG else {
            throw StoreError.notADatabase(path: path)
        }
    }

    static func check(_ database: Database, path: String) throws {
        let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        if application != applicationId, tables > 0 { throw StoreError.foreign(path: path) }
        if version > schemaVersion {
            throw StoreError.newer(path: path, found: version, known: schemaVersion)
        }
    }
}
