import Store

extension ReportState {
    /// Takes the temporary tables and views of this state away, so that another one can be opened; those whose
    /// names are given stay. The state cannot be asked any more.
    public func release(keeping kept: Set<String>) throws {
        let list = try connection.prepare(
            "SELECT type, name FROM sqlite_temp_schema WHERE type IN ('view', 'table') ORDER BY type DESC, name"
        )
        var found: [(type: String, name: String)] = []
        while try list.step() {
            found.append((list.text(0) ?? "", list.text(1) ?? ""))
        }
        list.reset()
        for entry in found where !kept.contains(entry.name) {
            try connection.execute("DROP \(entry.type) temp.\"\(entry.name)\"")
        }
    }
}
