extension PublicView {
    /// The view of the file: what was seen last.
    var latest: String {
        let source =
            switch rows {
            case .open: "\(table) t\(lists) WHERE t.until IS NULL"
            case .versions, .eventVersions, .plain: "\(table) t\(lists)"
            case .events(let event):
                "\(table) t\(lists) WHERE NOT \(PublicView.laterVersion(table, event.keys))"
                    + (condition.map { " AND \($0(table))" } ?? "")
            }
        return "CREATE VIEW \(name) AS -- \(doc)\n\(select(source))"
    }

    /// The temporary view of the moment that is judged, over the views of tables at it (`<table>Open`,
    /// `<table>Counting`) and what imports said up to it.
    var atMoment: String {
        let source =
            switch rows {
            case .open: "temp.\(table)Open t"
            case .events: "temp.\(table)Counting t"
            case .versions, .eventVersions: "main.\(table) t"
            case .plain: "temp.\(table)Until t"
            }
        let events = "temp.\(table)Counting"
        let condition = condition.map { " WHERE \($0(events))" } ?? ""
        return "CREATE TEMP VIEW \(name) AS \(select(source + lists + condition))"
    }

    private func select(_ source: String) -> String {
        let columns = shown.map { "\($0.sql) AS \($0.name)" }
        return "SELECT\n    \(columns.joined(separator: ",\n    "))\nFROM \(source)"
    }

    /// Whether an import that observed later told of the event `t`, too.
    private static func laterVersion(_ table: String, _ keys: [String]) -> String {
        """
        EXISTS (SELECT 1 FROM \(table) e CROSS JOIN snapshot s
            WHERE \(same(keys)) AND e.since <> t.since AND s.number = e.since AND (s.observedAt, e.since) > (
                (SELECT o.observedAt FROM snapshot o WHERE o.number = t.since), t.since))
        """
    }

    static func same(_ keys: [String]) -> String {
        keys.map { "e.\($0) = t.\($0)" }.joined(separator: " AND ")
    }
}
