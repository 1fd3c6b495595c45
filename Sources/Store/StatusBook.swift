public import Model

/// What was imported when, and what is incomplete: for `tenure status`.
public struct StatusBook: Sendable {
    /// How one entity stands after the last import.
    public struct EntityStatus: Sendable {
        public let entity: String
        /// Snapshots that imported it.
        public let snapshots: Int
        public let lastObservedAt: Instant
        /// Of the last import that brought it.
        public let items: Int
        public let collections: Int
        public let incomplete: Int
    }

    public let tenant: String?
    public let tenantName: String?
    public let snapshots: [Snapshot]
    public let pruning: Pruning?
    public let entities: [EntityStatus]
    /// Of the last import.
    public let remarks: [Remark]

    public init(_ connection: Connection) throws {
        let list = try SnapshotList(connection)
        snapshots = list.snapshots
        pruning = list.pruning
        let organization = try connection.prepare(
            """
            SELECT i.id, o.displayName FROM organization o JOIN ident i ON i.key = o.key
            ORDER BY o.since DESC, o.key LIMIT 1
            """)
        let isKnown = try organization.step()
        tenant = isKnown ? organization.identifier(0) : nil
        tenantName = isKnown ? organization.text(1) : nil
        entities = try StatusBook.entities(connection)
        remarks = try StatusBook.remarks(connection, of: snapshots.last?.number ?? 0)
    }

    private static func entities(_ connection: Connection) throws -> [EntityStatus] {
        let list = try connection.prepare(
            """
            WITH span (entity, snapshots, newest) AS (
                SELECT entity, count(*), max(snapshot) FROM imported
                WHERE items > 0 OR skipped = 0 GROUP BY entity)
            SELECT n.entity, n.snapshots, n.newest, s.observedAt, l.items, l.collections, l.incomplete
            FROM span n JOIN snapshot s ON s.number = n.newest
            JOIN imported l ON l.entity = n.entity AND l.snapshot = n.newest
            ORDER BY n.entity
            """)
        var entities: [EntityStatus] = []
        while try list.step() {
            entities.append(
                EntityStatus(
                    entity: list.text(0) ?? "", snapshots: Int(list.integer(1) ?? 0),
                    lastObservedAt: list.instant(3) ?? Instant(ticks: 0), items: Int(list.integer(4) ?? 0),
                    collections: Int(list.integer(5) ?? 0), incomplete: Int(list.integer(6) ?? 0)))
        }
        return entities
    }

    private static func remarks(_ connection: Connection, of snapshot: Int64) throws -> [Remark] {
        let list = try connection.prepare(
            "SELECT kind, place, reason FROM remark WHERE snapshot = ? ORDER BY position")
        list.bind(1, snapshot)
        var remarks: [Remark] = []
        while try list.step() {
            guard let kind = Remark.Kind(rawValue: list.text(0) ?? "") else { continue }
            remarks.append(Remark(kind: kind, place: list.text(1) ?? "", reason: list.text(2) ?? ""))
        }
        return remarks
    }
}
