public import Store

extension Connection {
    /// The rows of a query as text: NULL is `-`, the columns are joined by ` | `.
    public func rows(_ sql: String) throws -> [String] {
        let statement = try prepare(sql)
        var rows: [String] = []
        while try statement.step() {
            let cells = (0..<Int32(statement.columnCount)).map { statement.identifier($0) ?? "-" }
            rows.append(cells.joined(separator: " | "))
        }
        return rows
    }

    /// The tables that hold data, in the order of their names: all but the log of imports and what it remembers of
    /// pages.
    public func dataTables() throws -> [String] {
        let log = [
            "snapshot", "imported", "remark", "reading", "fieldReading", "sighting", "page", "pageFields",
            "origin", "seal", "deltaLink", "grdb_migrations",
        ]
        return try rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
            .filter { !log.contains($0) && !$0.hasPrefix("sqlite_") }
    }

    /// Every row of every table that holds data.
    public func dump() throws -> [String] {
        try dataTables().flatMap { table in try rows("SELECT * FROM \(table)").map { "\(table): \($0)" } }
    }
}
