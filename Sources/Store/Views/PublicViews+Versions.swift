/// What views of versions tell beside the columns of their table: which import showed a version, and what is before
/// and after it. A query that does not ask for it does not pay for it.
extension PublicViews {
    static func history(_ view: View) -> [String] {
        switch view.rows {
        case .open: []
        case .versions: versions(view)
        case .events(let moment, let keys): events(view, moment: moment, keys: keys)
        }
    }

    /// - `observedSince`: the first import that showed it so; `observedUntil`: the first that showed it otherwise.
    ///   `nextObservedSince`: the next version's first.
    /// - `isFirst`: no version is before it; `isGone`: none follows when it ends.
    /// - `isBaseline`: it was there when the collection was first read; nobody knows since when.
    private static func versions(_ view: View) -> [String] {
        let keys = StateTables.children.contains(view.table) ? ["parent", "key"] : ["key"]
        let same = keys.map { "e.\($0) = t.\($0)" }.joined(separator: " AND ")
        func exists(_ condition: String) -> String {
            "EXISTS (SELECT 1 FROM \(view.table) e WHERE \(same) AND \(condition))"
        }
        return [
            moment("since") + " AS observedSince", moment("until") + " AS observedUntil",
            """
            (SELECT \(InstantSQL.text("s.observedAt")) FROM snapshot s WHERE s.number = (
                SELECT min(e.since) FROM \(view.table) e WHERE \(same) AND e.since > t.since)) AS nextObservedSince
            """,
            "NOT \(exists("e.since < t.since")) AS isFirst",
            "t.until IS NOT NULL AND NOT \(exists("e.since = t.until AND e.since > t.since")) AS isGone",
            "t.since <= (SELECT min(r.first) FROM reading r WHERE r.entity = '\(view.table)') AS isBaseline",
        ]
    }

    /// - `observedAt`: the import that told it so; `firstObservedAt`: that which first told of the event;
    ///   `datedAt`: that which first told its moment; `nextObservedAt`: that which told it otherwise.
    private static func events(_ view: View, moment column: String, keys: [String]) -> [String] {
        let same = keys.map { "e.\($0) = t.\($0)" }.joined(separator: " AND ")
        func first(_ condition: String) -> String {
            """
            (SELECT \(InstantSQL.text("min(s.observedAt)")) FROM \(view.table) e CROSS JOIN snapshot s
                WHERE \(same) AND s.number = e.since\(condition))
            """
        }
        return [
            moment("since") + " AS observedAt", first("") + " AS firstObservedAt",
            first(" AND e.\(column) IS NOT NULL") + " AS datedAt",
            first(
                """
                 AND e.since <> t.since AND (s.observedAt, e.since) > (
                    (SELECT o.observedAt FROM snapshot o WHERE o.number = t.since), t.since)
                """) + " AS nextObservedAt",
        ]
    }

    private static func moment(_ column: String) -> String {
        "(SELECT \(InstantSQL.text("s.observedAt")) FROM snapshot s WHERE s.number = t.\(column))"
    }
}
