import Store

/// A query over batches of persons, prepared once: `?1` and `?2` are the first and last position of a batch, and
/// column 0 of each row is the position of the person that it is about.
struct BatchQuery {
    private let statement: Statement

    init(_ connection: Connection, _ sql: String) throws {
        statement = try connection.prepare(sql)
    }

    /// - Parameter body: receives each row and the place of its person in the batch.
    func forEachRow(of batch: PersonBatch, _ body: (Statement, Int) throws -> Void) throws {
        statement.bind(1, batch.first)
        statement.bind(2, batch.last)
        defer { statement.reset() }
        while try statement.step() { try body(statement, batch.place(statement.integer(0))) }
    }

    /// The persons of the batch, to join others to.
    static let source = "(SELECT position, key FROM temp.person WHERE position BETWEEN ?1 AND ?2) p"
}
