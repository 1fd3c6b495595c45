import Store

/// Temporary views of the events that count at the moment, `<table>Counting`: each in the version that counts
/// (ACCESS.md 1). The rule that `EventVersions` keeps for what is read person by person, as SQL.
enum EventViews {
    /// The tables of events: the moment of their own, and what tells one from another.
    static let tables: [(name: String, moment: String, keys: [String])] = [
        ("assignmentRequest", "createdAt", ["key"]), ("approvalStage", "reviewedAt", ["parent", "key"]),
        ("reviewDecision", "reviewedAt", ["key"]), ("directoryAudit", "activityAt", ["key"]),
    ]

    static func make(_ connection: Connection) throws {
        for table in tables {
            try connection.execute(sql(table.name, moment: table.moment, keys: table.keys))
        }
        try connection.execute(imports)
    }

    /// Nearly all events have one version: what is asked of several is asked of them only.
    private static func sql(_ table: String, moment: String, keys: [String]) -> String {
        func same(_ version: String) -> String {
            keys.map { "\(version).\($0) = t.\($0)" }.joined(separator: " AND ")
        }
        func first(_ condition: String = "") -> String {
            """
            (SELECT min(o.observedAt) FROM main.\(table) d CROSS JOIN main.snapshot o
                WHERE \(same("d")) AND o.number = d.since\(condition))
            """
        }
        return """
            CREATE TEMP VIEW \(table)Counting AS SELECT t.* FROM main.\(table) t
            WHERE coalesce(t.\(moment), \(first())) <= (SELECT moment FROM temp.asOf)
            AND CASE WHEN NOT EXISTS (SELECT 1 FROM main.\(table) e WHERE \(same("e")) AND e.since <> t.since) THEN 1
                ELSE t.since = (SELECT e.since FROM main.\(table) e CROSS JOIN main.snapshot s
                    WHERE \(same("e")) AND s.number = e.since AND s.observedAt <= max(
                        (SELECT moment FROM temp.asOf), coalesce(\(first(" AND d.\(moment) IS NOT NULL")), 0))
                    ORDER BY s.observedAt DESC, e.since DESC LIMIT 1) END
            """
    }

    /// Imports that were observed at or before the moment.
    private static let imports = """
        CREATE TEMP VIEW snapshotUntil AS SELECT t.* FROM main.snapshot t
            WHERE t.observedAt <= (SELECT moment FROM temp.asOf);
        CREATE TEMP VIEW importedUntil AS SELECT t.* FROM main.imported t
            WHERE t.snapshot IN (SELECT number FROM temp.snapshotUntil);
        CREATE TEMP VIEW remarkUntil AS SELECT t.* FROM main.remark t
            WHERE t.snapshot IN (SELECT number FROM temp.snapshotUntil);
        CREATE TEMP VIEW fieldReadingUntil AS
            SELECT t.entity, t.field, t.first, min(t.last, (SELECT snapshot FROM temp.asOf)) AS last
            FROM main.fieldReading t WHERE t.first <= (SELECT snapshot FROM temp.asOf)
        """
}
