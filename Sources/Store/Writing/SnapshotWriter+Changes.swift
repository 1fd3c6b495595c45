import GRDB

/// What is told of changes instead of whole collections.
extension SnapshotWriter {
    /// Closes an object that is said to be gone.
    ///
    /// - Returns: whether it was there.
    public func close(_ shape: TableShape, parent: Int64?, key: Int64) throws -> Bool {
        try table(shape).close(parent: parent, key: key)
    }

    /// How an object that is there stood before this import.
    public enum Before: Sendable {
        case there, unknown
        /// It had been closed.
        case gone
    }

    /// The objects that are there now, one after the other.
    public func forEachOpen(_ shape: TableShape, _ body: (_ key: Int64, _ before: Before) throws -> Void)
        throws
    {
        try table(shape).flush()
        let list = try Statement(
            database,
            """
            SELECT key, since < ?1 OR EXISTS (SELECT 1 FROM \(shape.name) e WHERE e.key = t.key AND e.until = ?1
                AND e.since < ?1),
            EXISTS (SELECT 1 FROM \(shape.name) e WHERE e.key = t.key AND e.since < ?1)
            FROM \(shape.name) t WHERE until IS NULL ORDER BY key
            """)
        list.bind(1, number)
        while try list.step() {
            let before: Before =
                list.boolean(1) == true ? .there : list.boolean(2) == true ? .gone : .unknown
            try body(list.integer(0) ?? 0, before)
        }
    }

    /// Looks up how collections were last read.
    public func readingBook() throws -> ReadingBook { try ReadingBook(database, number) }
}

/// Whether collections were complete when they were read last.
public struct ReadingBook {
    private let last: Statement
    private let number: Int64

    init(_ database: GRDB.Database, _ number: Int64) throws {
        self.number = number
        last = try Statement(
            database,
            "SELECT complete FROM reading WHERE entity = ?1 AND parent = ?2 AND first < ?3 "
                + "ORDER BY first DESC LIMIT 1")
    }

    /// - Parameter before: whether what this import read does not count.
    public func isComplete(_ entity: String, parent: Int64?, before: Bool) throws -> Bool {
        last.bind(1, entity)
        last.bind(2, parent ?? 0)
        last.bind(3, before ? number : number + 1)
        defer { last.reset() }
        return try last.step() && last.boolean(0) == true
    }
}
