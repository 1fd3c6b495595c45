public import Model

/// The links by which Graph tells what changed since a snapshot (GRAPH.md 6). One is kept by the import that brought
/// what it follows, in the same transaction: it never leads past what is known.
public struct DeltaLinks {
    /// A link, and what it follows.
    public struct Link: Sendable, Equatable {
        public let address: String
        /// When what it follows was observed.
        public let observedAt: Instant
        /// When all was read of which the chain of changes tells.
        public let wholeAt: Instant
    }

    private let connection: Connection

    public init(_ connection: Connection) {
        self.connection = connection
    }

    /// The newest link of a collection.
    public func newest(_ entity: String) throws -> Link? {
        let list = try connection.prepare(
            """
            SELECT l.link, s.observedAt, f.observedAt FROM deltaLink l JOIN snapshot s ON s.number = l.since
            JOIN snapshot f ON f.number = l.first WHERE l.entity = ?1 ORDER BY l.since DESC, l.link LIMIT 1
            """)
        list.bind(1, entity)
        guard try list.step(), let address = list.text(0), let observedAt = list.instant(1),
            let wholeAt = list.instant(2)
        else { return nil }
        return Link(address: address, observedAt: observedAt, wholeAt: wholeAt)
    }

    /// The ids of the objects of a state table that are there, in their order.
    ///
    /// - Parameter condition: SQL on the columns of the table.
    public func ids(_ table: String, where condition: String = "1") throws -> [String] {
        let list = try connection.prepare(
            """
            SELECT i.id FROM "\(table)" t JOIN ident i ON i.key = t.key WHERE t.until IS NULL AND (\(condition))
            ORDER BY t.key
            """)
        var ids: [String] = []
        while try list.step() { if let id = list.identifier(0) { ids.append(id) } }
        return ids
    }
}

extension SnapshotWriter {
    /// Links so many snapshots back are forgotten: Graph keeps them good for seven days.
    private static let keptLinks: Int64 = 60

    /// The snapshot with which the chain began that this link belongs to; nil for a link that is not known here.
    public func chainStart(_ entity: String, _ link: String) throws -> Int64? {
        let find = try Statement(database, "SELECT first FROM deltaLink WHERE entity = ?1 AND link = ?2")
        find.bind(1, entity)
        find.bind(2, link)
        return try find.step() ? find.integer(0) : nil
    }

    /// Keeps a link that leads on from this snapshot.
    public func keepLink(_ entity: String, _ link: String, chainStart: Int64?) throws {
        let put = try Statement(database, "INSERT OR REPLACE INTO deltaLink VALUES (?1, ?2, ?3, ?4)")
        put.bind(1, entity)
        put.bind(2, link)
        put.bind(3, number)
        put.bind(4, chainStart ?? number)
        try put.run()
        let forget = try Statement(database, "DELETE FROM deltaLink WHERE entity = ?1 AND since < ?2")
        forget.bind(1, entity)
        forget.bind(2, number - Self.keptLinks)
        try forget.run()
    }

    /// Forgets all links of a collection: what is known is not what they follow.
    public func forgetLinks(_ entity: String) throws {
        let forget = try Statement(database, "DELETE FROM deltaLink WHERE entity = ?1")
        forget.bind(1, entity)
        try forget.run()
    }

    /// How many objects of a state table are there.
    public func openCount(_ shape: TableShape) throws -> Int {
        let count = try Statement(database, "SELECT count(*) FROM \(shape.name) WHERE until IS NULL")
        return try count.step() ? Int(count.integer(0) ?? 0) : 0
    }
}
