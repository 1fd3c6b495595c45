import GRDB
import GRDBSQLite

extension StoreError {
    /// What SQLite said, of a database that the user named so.
    static func opening(_ path: String, _ error: DatabaseError) -> StoreError {
        switch error.resultCode {
        case .SQLITE_NOTADB: .notADatabase(path: path)
        case .SQLITE_CORRUPT: .damaged(path: path, what: error.message ?? "corrupt")
        default: .sql("\(error.message ?? "error \(error.resultCode.rawValue)") (\(path))")
        }
    }

    /// What SQLite said last on this connection.
    static func last(of connection: OpaquePointer, in sql: String? = nil) -> StoreError {
        let message = String(cString: sqlite3_errmsg(connection))
        switch sqlite3_errcode(connection) & 0xFF {
        case SQLITE_CORRUPT, SQLITE_NOTADB:
            let path = sqlite3_db_filename(connection, "main").map { String(cString: $0) }
            return .damaged(path: path ?? "the database", what: message)
        default: return .sql(sql.map { "\(message) in \($0)" } ?? message)
        }
    }
}
