/// Rows that the tables of a report rest on and that are made once for a command: a temporary table.
///
/// Of a report that is written for each of thousands, whatever is dear belongs here.
public struct Once: Sendable, Equatable {
    /// The name of the table, for SQL.
    public let name: String
    public let sql: String
    /// The columns by which it is asked.
    public let index: [String]

    public init(name: String, sql: String, index: [String]) {
        self.name = name
        self.sql = sql
        self.index = index
    }
}
