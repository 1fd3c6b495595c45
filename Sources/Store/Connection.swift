import GRDB
import GRDBSQLite

/// An open connection, within the call that received it.
public struct Connection {
    let database: Database

    public func prepare(_ sql: String) throws -> Statement {
        try Statement(database, sql)
    }

    /// Runs statements that give no rows and have no parameters.
    public func execute(_ sql: String) throws {
        guard let connection = database.sqliteConnection else {
            throw StoreError.sql("the connection is closed")
        }
        guard sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK else {
            throw StoreError.last(of: connection)
        }
    }
}
