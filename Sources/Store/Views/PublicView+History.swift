/// What views of versions and of events tell beside the columns of their table: which import showed a version, and
/// what is before and after it. A query that does not ask for it does not pay for it.
extension PublicView {
    var history: [Column] {
        switch rows {
        case .open, .plain: []
        case .versions: versionHistory
        case .events(let event): Array(eventHistory(event).prefix(2))
        case .eventVersions(let event): eventHistory(event)
        }
    }

    private var versionHistory: [Column] {
        let same = PublicView.same(StateTables.children.contains(table) ? ["parent", "key"] : ["key"])
        func exists(_ condition: String) -> String {
            "EXISTS (SELECT 1 FROM \(table) e WHERE \(same) AND \(condition))"
        }
        return [
            .derived(
                "observedSince", PublicView.observed("since"), doc: "the first import that showed it so"),
            .derived(
                "observedUntil", PublicView.observed("until"), doc: "the first that showed it otherwise"),
            .derived(
                "nextObservedSince",
                """
                (SELECT \(InstantSQL.text("s.observedAt")) FROM snapshot s WHERE s.number = (
                    SELECT min(e.since) FROM \(table) e WHERE \(same) AND e.since > t.since))
                """, doc: "the next version's first import"),
            .derived("isFirst", "NOT \(exists("e.since < t.since"))", doc: "no version is before it"),
            .derived(
                "isGone", "t.until IS NOT NULL AND NOT \(exists("e.since = t.until AND e.since > t.since"))",
                doc: "none follows when it ends"),
            .derived(
                "isBaseline", "t.since <= (SELECT min(r.first) FROM reading r WHERE r.entity = '\(table)')",
                doc: "it was there when the collection was first read; nobody knows since when"),
        ]
    }

    private func eventHistory(_ event: Event) -> [Column] {
        func first(_ condition: String) -> String {
            """
            (SELECT \(InstantSQL.text("min(s.observedAt)")) FROM \(table) e CROSS JOIN snapshot s
                WHERE \(PublicView.same(event.keys)) AND s.number = e.since\(condition))
            """
        }
        return [
            .derived("observedAt", PublicView.observed("since"), doc: "the import that told it so"),
            .derived("firstObservedAt", first(""), doc: "the import that first told of it"),
            .derived(
                "datedAt", first(" AND e.\(event.moment) IS NOT NULL"),
                doc: "the import that first told its moment"),
            .derived(
                "nextObservedAt",
                first(
                    """
                     AND e.since <> t.since AND (s.observedAt, e.since) > (
                        (SELECT o.observedAt FROM snapshot o WHERE o.number = t.since), t.since)
                    """), doc: "the import that told it otherwise"),
        ]
    }

    static func observed(_ number: String) -> String {
        "(SELECT \(InstantSQL.text("s.observedAt")) FROM snapshot s WHERE s.number = t.\(number))"
    }
}
