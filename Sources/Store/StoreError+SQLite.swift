import GRDB
import GRDBSQLite

extension StoreError {
    /// What SQLite said, of a database that the user named so.
    static func opening(_ path: String, _ error: DatabaseError) -> StoreError {
        told(error.extendedResultCode.rawValue, error.message, path: path)
            ?? .sql("\(error.message ?? "error \(error.resultCode.rawValue)") (\(path))")
    }

    /// What SQLite said last on this connection.
    static func last(of connection: OpaquePointer, in sql: String? = nil) -> StoreError {
        let message = String(cString: sqlite3_errmsg(connection))
        let code = sqlite3_extended_errcode(connection)
        let path = path(connection) ?? "the database"
        // It was a database when it was opened.
        if code & 0xFF == SQLITE_NOTADB { return .damaged(path: path, what: message) }
        return told(code, message, path: path) ?? .sql(sql.map { "\(message) in \($0)" } ?? message)
    }

    private static func path(_ connection: OpaquePointer) -> String? {
        sqlite3_db_filename(connection, "main").map { String(cString: $0) }
    }

    /// What a code means to the user; nil where SQLite's own words must do.
    private static func told(_ code: Int32, _ message: String?, path: String) -> StoreError? {
        let message = message ?? String(cString: sqlite3_errstr(code))
        return switch code & 0xFF {
        case SQLITE_NOTADB: .notADatabase(path: path)
        case SQLITE_CORRUPT: .damaged(path: path, what: CutFile.words(path) ?? message)
        case SQLITE_FULL: .full(path: path)
        // Beside a log that could not be folded in, a reader needs room for its index.
        case SQLITE_IOERR where code == SQLITE_IOERR | (19 << 8) || code == SQLITE_IOERR | (21 << 8):
            .full(path: path)
        case SQLITE_IOERR: .failing(path: path, reason: "\(message), SQLite's code \(code)")
        case SQLITE_BUSY, SQLITE_LOCKED: .locked(path: path, holder: "another program")
        case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM: .cannotOpen(path: path, reason: message)
        default: nil
        }
    }
}
