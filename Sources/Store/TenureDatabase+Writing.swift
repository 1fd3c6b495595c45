import Foundation
import GRDB

/// What a writer does before it begins and when it is done.
extension TenureDatabase {
    /// Writes nothing into what may not be believed, and keeps a copy of what will be migrated.
    static func beforeWriting(
        _ database: Database, path: String
    ) throws -> (wholeness: Wholeness, copy: String?) {
        try check(database, path: path)
        var wholeness = Wholeness.unsealed
        try database.inTransaction(.deferred) {
            wholeness = try Wholeness.judge(database, path: path, deep: true)
            return .rollback
        }
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        let copy =
            version > 0 && version < schemaVersion
            ? try EarlierCopy.make(database, path: path, before: schemaVersion) : nil
        if try Int.fetchOne(database, sql: "PRAGMA application_id") != applicationId {
            // Before there is a table: killed on the way, the file is still known as ours.
            try database.execute(sql: "PRAGMA application_id = \(applicationId)")
        }
        try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
        return (wholeness, copy)
    }

    /// Folds the log into the file and sets the seal. While somebody reads, the log stays, and the next import
    /// tidies up.
    static func fold(_ database: Database) throws {
        try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA wal_checkpoint(TRUNCATE)")
        let mode = try? String.fetchOne(database, sql: "PRAGMA journal_mode = DELETE")
        guard mode == "delete" else { return }
        try Seal.set(database)
    }

    /// Whether a writer's log lies beside the file.
    static func hasLog(_ path: String) -> Bool {
        ["-wal", "-journal"].contains { FileManager.default.fileExists(atPath: path + $0) }
    }

    /// Takes a database as it is now, if its structure is whole: for one who changed it with another program.
    public static func accept(_ path: String) throws {
        guard FileManager.default.fileExists(atPath: path) else { throw StoreError.missing(path: path) }
        try checkIsFile(path)
        let lock = try WriteLock(path + ".lock", database: path)
        defer { lock.release() }
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration(readonly: false))
            try queue.writeWithoutTransaction { database in
                try check(database, path: path)
                if let fault = try Wholeness.deepFault(database) {
                    throw StoreError.damaged(path: path, what: fault)
                }
                try Seal.breakIt(database)
                try fold(database)
            }
            try queue.close()
        } catch let error as DatabaseError {
            throw StoreError.opening(path, error)
        }
    }
}
