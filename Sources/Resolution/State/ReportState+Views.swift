import Store

extension ReportState {
    /// Makes what a report's query may read of the state at T beside the rows of access: the public views, the
    /// accounts as the rows judge them, and how completely each collection is known.
    public func makeViews() throws {
        try PublicViews.makeTemporary(connection)
        try connection.execute(AccountView.sql(signInWasRead: try readings.signInWasRead(connection)))
        try makeCollections()
    }

    /// Views and tables that there are only while a report runs.
    public static let views = [AccountView.declaration, collections]

    private static let collections = MomentView(
        name: "collections", doc: "how completely each collection is known, and what its last import read",
        columns: [
            ("entity", "the collection"), ("state", "complete, partial or missing"),
            ("detail", "why it is not complete"), ("readAt", "the last import that read it"),
            ("completeAt", "the last import that read it, or one of its parts, completely"),
            ("readings", "how many collections of this kind that import read, such as one for each group"),
            ("incomplete", "how many of them were not complete"), ("files", "files or pages that it read"),
            ("items", "objects that it read"), ("skipped", "objects that it left aside, and said"),
        ])

    private func makeCollections() throws {
        let names = ReportState.collections.columns.map(\.name).joined(separator: ", ")
        try connection.execute("CREATE TEMP TABLE collections (\(names))")
        let insert = try connection.prepare(
            """
            INSERT INTO temp.collections SELECT ?1, ?2, ?3, \(InstantSQL.text("s.observedAt")),
            (SELECT \(InstantSQL.text("c.observedAt")) FROM main.snapshot c WHERE c.number = (
                SELECT max(min(r.last, (SELECT snapshot FROM temp.asOf))) FROM main.reading r WHERE r.entity = ?1
                AND r.complete AND r.first <= (SELECT snapshot FROM temp.asOf))),
            i.collections, i.incomplete, i.files, i.items, i.skipped
            FROM (SELECT 1) LEFT JOIN (temp.importedUntil i JOIN temp.snapshotUntil s ON s.number = i.snapshot)
            ON i.entity = ?1 ORDER BY s.observedAt DESC, s.number DESC LIMIT 1
            """)
        for need in try collectionNeeds() {
            insert.bind(1, need.name)
            insert.bind(2, need.state.rawValue)
            insert.bind(3, need.detail)
            try insert.run()
        }
    }

    /// How completely each collection is known at T, in the order of the view `collections`.
    public func collectionNeeds() throws -> [NeedState] {
        let tables = StateViews.objects + StateViews.children + EventViews.tables.map(\.name)
        // Sign-ins stand with their users.
        return try needs(tables.filter { $0 != "signIn" }.sorted()).filter {
            $0.state != .missing || !StateViews.besides.contains($0.name)
        }
    }
}
