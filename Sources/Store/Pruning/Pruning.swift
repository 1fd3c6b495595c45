import GRDB
public import Model

/// What a database says of what was forgotten on purpose.
public struct Pruning: Sendable, Hashable {
    /// Before this moment nothing can be asked any more.
    public let historyBegins: Instant
    public let prunedAt: Instant

    /// Only a database that was pruned has the table.
    static let sql = """
        CREATE TABLE IF NOT EXISTS pruning (
            historyBegins INTEGER NOT NULL,
            prunedAt INTEGER NOT NULL,
            forgotten INTEGER NOT NULL,
            PRIMARY KEY (historyBegins)
        ) STRICT, WITHOUT ROWID
        """

    /// - Returns: nil when nothing was ever forgotten.
    public init?(_ connection: Connection) throws {
        // Not GRDB's own look: that is a PRAGMA, which is refused once a report's SQL may run.
        let find = try connection.prepare(
            "SELECT 1 FROM main.sqlite_master WHERE type = 'table' AND name = 'pruning'")
        guard try find.step() else { return nil }
        let list = try connection.prepare(
            "SELECT historyBegins, prunedAt FROM pruning ORDER BY historyBegins DESC LIMIT 1")
        guard try list.step(), let begins = list.instant(0), let at = list.instant(1) else { return nil }
        historyBegins = begins
        prunedAt = at
    }
}

/// What was, or would be, forgotten.
public struct PruneSummary: Sendable {
    public let historyBegins: Instant
    /// Rows by table; tables of which nothing goes are left out.
    public let counts: [(table: String, rows: Int)]
    /// Bytes that were given back; nil where that failed, or nothing was done.
    public internal(set) var freed: Int?

    public var total: Int { counts.map(\.rows).reduce(0, +) }
}
