import GRDB

/// Of whom something is told, and by whom: one number.
struct ToldPlace: Hashable {
    let number: Int64

    init(_ key: Int64, _ source: ToldSource) {
        number = key << 8 | source.rawValue
    }

    var key: Int64 { number >> 8 }
    var source: Int64 { number & 255 }
}

/// The statements that keep what is told.
struct ToldStatements {
    private let find: Statement
    private let put: Statement
    private let delete: Statement
    /// For what nothing was told of before.
    private let bulk: BulkInsert

    init(_ database: Database) throws {
        find = try Statement(
            database,
            "SELECT kind, displayName, userPrincipalName FROM told WHERE key = ? AND source = ? "
                + "AND since < ? ORDER BY since DESC LIMIT 1")
        put = try Statement(database, "INSERT OR REPLACE INTO told VALUES (?, ?, ?, ?, ?, ?)")
        delete = try Statement(database, "DELETE FROM told WHERE key = ? AND source = ? AND since = ?")
        bulk = try BulkInsert(
            database, into: "told",
            columns: ["key", "source", "since", "kind", "displayName", "userPrincipalName"])
    }

    func insertNew(_ place: ToldPlace, _ snapshot: Int64, _ told: Told) throws {
        try bulk.add(.integer(place.key))
        try bulk.add(.integer(place.source))
        try bulk.add(.integer(snapshot))
        try bulk.add(told.kind.map(Cell.text) ?? .null)
        try bulk.add(told.displayName.map(Cell.text) ?? .null)
        try bulk.add(told.userPrincipalName.map(Cell.text) ?? .null)
    }

    func flush() throws { try bulk.flush() }

    func insert(_ place: ToldPlace, _ snapshot: Int64, _ told: KeptTold) throws {
        bind(put, place, snapshot)
        put.bind(4, told.kind)
        put.bind(5, told.displayName)
        put.bind(6, told.userPrincipalName)
        try put.run()
    }

    func remove(_ place: ToldPlace, _ snapshot: Int64) throws {
        bind(delete, place, snapshot)
        try delete.run()
    }

    func latest(_ place: ToldPlace, before snapshot: Int64) throws -> KeptTold? {
        try flush()
        bind(find, place, snapshot)
        defer { find.reset() }
        guard try find.step() else { return nil }
        return KeptTold(kind: find.text(0), displayName: find.text(1), userPrincipalName: find.text(2))
    }

    private func bind(_ statement: Statement, _ place: ToldPlace, _ snapshot: Int64) {
        statement.bind(1, place.key)
        statement.bind(2, place.source)
        statement.bind(3, snapshot)
    }
}
