import GRDB
import GRDBSQLite

/// The pages of the database file as they lie on the disk, read through SQLite's own handle: opening and closing
/// the file a second time would drop the locks of this process.
///
/// To be read within a transaction; what still lies in a log beside the file is not seen.
struct DatabasePages {
    let pageSize: Int
    let count: Int
    private let file: UnsafeMutablePointer<sqlite3_file>
    /// So many that they stay in a processor's cache between being read and being looked at.
    private static let chunk = 64

    init(_ database: Database) throws {
        pageSize = try Int.fetchOne(database, sql: "PRAGMA main.page_size") ?? 4096
        count = try Int.fetchOne(database, sql: "PRAGMA main.page_count") ?? 0
        var found: UnsafeMutablePointer<sqlite3_file>?
        guard
            sqlite3_file_control(database.sqliteConnection, "main", SQLITE_FCNTL_FILE_POINTER, &found)
                == SQLITE_OK, let found
        else { throw StoreError.sql("the database has no file") }
        file = found
    }

    /// Hands out the pages some at a time, in their order; they may be written on.
    ///
    /// - Parameter body: receives the bytes and the number of the first page, counted from 1.
    /// - Throws: `DatabaseError` when the file cannot be read or ends too early.
    func forEachChunk(_ body: (UnsafeMutableRawBufferPointer, _ first: Int) throws -> Void) throws {
        let ahead = PagesAhead(file, pageSize: pageSize, count: count, chunk: DatabasePages.chunk)
        defer { ahead.stop() }
        for first in stride(from: 1, through: count, by: DatabasePages.chunk) {
            let (bytes, code) = ahead.next()
            guard code != SQLITE_IOERR | (2 << 8) else {  // SQLITE_IOERR_SHORT_READ
                throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "the file is cut off")
            }
            guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
            try body(bytes, first)
        }
    }
}
