import GRDB

/// An open connection, within the call that received it.
public struct Connection {
    let database: Database

    public func prepare(_ sql: String) throws -> Statement {
        try Statement(database, sql)
    }

    /// Runs statements that give no rows and have no parameters.
    public func execute(_ sql: String) throws {
        do {
            try database.execute(sql: sql)
        } catch let error as DatabaseError {
            throw StoreError.running(error, on: database)
        }
    }
}
