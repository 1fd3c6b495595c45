import GRDB
import GRDBSQLite

extension TenureDatabase {
    /// Runs an import in one transaction, which counts wholly or not at all.
    public func importing<Result>(_ body: (Connection) throws -> Result) throws -> Result {
        do {
            return try queue.writeWithoutTransaction { database in
                var result: Result?
                try database.inTransaction(.immediate) {
                    result = try body(Connection(database: database))
                    return .commit
                }
                guard let result else { throw StoreError.sql("the import gave no result") }
                return result
            }
        } catch let error as DatabaseError {
            throw StoreError.opening(path, error)
        }
    }

    /// Reads one state of the database, whatever is written meanwhile. Temporary tables may be made.
    public func reading<Result>(_ body: (Connection) throws -> Result) throws -> Result {
        do {
            return try queue.writeWithoutTransaction { database in
                try database.execute(sql: "BEGIN DEFERRED")
                defer { try? database.execute(sql: "ROLLBACK") }
                // What GRDB notes of each column that a statement reads is for those who observe; it costs more than
                // preparing the statement.
                if lock == nil { sqlite3_set_authorizer(database.sqliteConnection, nil, nil) }
                return try body(Connection(database: database))
            }
        } catch let error as DatabaseError {
            throw StoreError.opening(path, error)
        }
    }
}
