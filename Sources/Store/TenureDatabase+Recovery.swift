import Foundation
import GRDB

extension TenureDatabase {
    /// Undoes what an import left that was killed, where a reader is not allowed to: the log beside the file is
    /// played back or rolled back, and the file stands alone again.
    ///
    /// - Returns: false when it is no database of tenure, or somebody writes, or it cannot be written.
    static func recover(_ path: String) -> Bool {
        guard isOurs(path), let lock = try? WriteLock(path + ".lock", database: path) else { return false }
        defer { lock.release() }
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration(readonly: false))
            try queue.writeWithoutTransaction { database in
                _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master")
                try database.execute(sql: "PRAGMA journal_mode = DELETE")
            }
            try queue.close()
            return true
        } catch {
            // The reader tells of its own failure, which is the one that counts.
            return false
        }
    }

    /// Looks at the header without opening the database: opening would roll back the log of another program, too.
    private static func isOurs(_ path: String) -> Bool {
        guard let file = FileHandle(forReadingAtPath: path), let header = try? file.read(upToCount: 72),
            header.count == 72
        else { return false }
        return header.suffix(4).reduce(0) { $0 << 8 | Int($1) } == applicationId
    }
}
