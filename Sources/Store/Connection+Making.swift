import GRDB
import GRDBSQLite

extension Connection {
    /// Makes a temporary table of the rows of a report's query.
    ///
    /// The query is held to reading as any other of a report is; what is made beside it is Tenure's own.
    ///
    /// - Parameter index: columns of the rows by which they will be asked.
    /// - Throws: `StoreError.sql` with what SQLite says; also for a name that is taken.
    public func makeTable(
        _ name: String, of sql: String, parameters: [String: StoredValue], index: [String]
    ) throws {
        guard try !isTaken(name) else { throw StoreError.sql("the name \(name) is taken") }
        let columns = try heldToReading { try prepareReport(sql, parameters: parameters).columnNames }
        for column in index where !columns.contains(column) {
            throw StoreError.sql("it gives no column \(column)")
        }
        try prepareReport("CREATE TEMP TABLE \(name) AS \(sql)", parameters: parameters).run()
        guard !index.isEmpty else { return }
        try execute("CREATE INDEX temp.\(name)Index ON \(name) (\(index.joined(separator: ", ")))")
    }

    /// Runs what a user wrote before `restrictToReading` holds for good.
    public func heldToReading<Result>(_ body: () throws -> Result) rethrows -> Result {
        restrictToReading()
        defer { sqlite3_set_authorizer(database.sqliteConnection, nil, nil) }
        return try body()
    }

    private func isTaken(_ name: String) throws -> Bool {
        let list = try prepare(
            """
            SELECT 1 FROM (SELECT name FROM sqlite_schema UNION ALL SELECT name FROM sqlite_temp_schema)
            WHERE lower(name) = lower(?1)
            """)
        list.bind(1, name)
        return try list.step()
    }
}
