import GRDB

/// The log of imports before the cut: which collections were read how, what was remarked; and the ids that nothing
/// has any more. A snapshot of which rows still hold stays, as their date.
enum PruneLog {
    static func run(_ database: Database, _ cut: PruneCut) throws -> [String: Int] {
        var counts: [String: Int] = [:]
        counts["reading"] = try cut.run(database, followed("reading", ["entity", "parent", "complete"]))
        counts["sighting"] = try cut.run(database, followed("sighting", ["entity", "parent", "key"]))
        for table in PruneState.superseded.map(\.table) + PruneState.ended {
            let ofParent = StateTables.children.contains(table) ? " AND t.parent = sighting.parent" : ""
            counts["sighting", default: 0] += try cut.run(
                database,
                """
                DELETE FROM sighting WHERE entity = '\(table)' AND last <= ?1 AND NOT EXISTS (
                    SELECT 1 FROM \(table) t WHERE t.key = sighting.key\(ofParent))
                """)
        }
        counts["imported"] = try cut.run(
            database,
            """
            DELETE FROM imported WHERE snapshot < ?1 AND (entity, snapshot) NOT IN (
                SELECT entity, max(snapshot) FROM imported WHERE items > 0 OR skipped = 0 GROUP BY entity)
            """)
        counts["remark"] = try cut.run(database, "DELETE FROM remark WHERE snapshot < ?1")
        counts["origin"] = try cut.run(database, "DELETE FROM origin WHERE snapshot < ?1")
        let snapshots = try ColumnReferences.select(database, to: .snapshots).joined(separator: " UNION ")
        counts["snapshot"] = try cut.run(
            database,
            "DELETE FROM snapshot WHERE number < ?1 AND number NOT IN "
                + "(SELECT value FROM (\(snapshots)) WHERE value > 0)")
        let ids = try ColumnReferences.select(database, to: .ids).joined(separator: " UNION ")
        counts["ident"] = try cut.run(
            database, "DELETE FROM ident WHERE key NOT IN (SELECT value FROM (\(ids)) WHERE value > 0)")
        return counts
    }

    private static func followed(_ table: String, _ keys: [String]) -> String {
        """
        DELETE FROM \(table) WHERE last < ?1 AND EXISTS (SELECT 1 FROM \(table) l
        WHERE \(keys.map { "l.\($0) = \(table).\($0)" }.joined(separator: " AND "))
        AND l.first > \(table).first AND l.first <= ?1)
        """
    }
}

/// Which columns refer to ids or to snapshots. Told by their kind and name, so that none of a new table is missed.
enum ColumnReferences {
    enum Target {
        case ids, snapshots
    }

    private static let snapshots: Set<String> = ["since", "until", "first", "last", "snapshot"]
    /// The ids and snapshots themselves, and what is kept only as long as they are.
    private static let own: Set<String> = ["ident", "snapshot", "origin"]

    /// A query a column, each giving `value`.
    static func select(_ database: Database, to target: Target) throws -> [String] {
        let tables = try String.fetchAll(
            database,
            sql: "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        return try tables.filter { !own.contains($0) }.flatMap { table in
            try database.columns(in: table).filter { column in
                guard column.type == "INTEGER" else { return false }
                // Whatever is no snapshot and no moment may be an id; a count that looks like one does no harm.
                return target == .snapshots
                    ? snapshots.contains(column.name)
                    : !snapshots.contains(column.name) && !column.name.hasSuffix("At")
            }.map { "SELECT \"\($0.name)\" AS value FROM main.\"\(table)\"" }
        }
    }
}
