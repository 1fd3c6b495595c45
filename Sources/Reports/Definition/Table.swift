/// Rows of one kind within a report.
public struct Table: Sendable, Equatable {
    public let name: String
    public let title: String
    public let doc: String
    public let columns: [Column]
    /// The collections without which the table is not complete, such as `users`.
    public let needs: [String]
    /// The query that gives the rows; nil where the program makes them.
    public let sql: String?

    public init(
        name: String, title: String, doc: String, columns: [Column], needs: [String] = [], sql: String? = nil
    ) {
        self.name = name
        self.title = title
        self.doc = doc
        self.columns = columns
        self.needs = needs
        self.sql = sql
    }
}
