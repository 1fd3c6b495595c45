extension Report {
    var isQueried: Bool { tables.contains { $0.sql != nil } }

    /// Whether any of its rows comes from rows of access.
    var readsAccess: Bool { tables.contains { $0.sql == nil } || namesAccess }

    /// Whether a query names the rows of access or what is made of them; they cost much where none does.
    var namesAccess: Bool {
        let queries = tables.compactMap(\.sql) + once.map(\.sql) + [each?.sql ?? ""]
        return queries.contains {
            $0.contains(/\b(?:access|accessPerson|accessGrant|outsideAccess)(?:Before)?\b/.ignoresCase())
        }
    }
}
