import GRDB

/// The documented face of the database for `sqlite3`, datasette and reports: state after the last snapshot, its
/// versions, events, ids as text, moments as text. What may change between versions lies behind it.
enum PublicViews {
    /// A view over one table: what it is called, what it holds, and its columns.
    struct View {
        let name: String
        let doc: String
        let table: String
        /// Columns of the table, with how they are shown.
        let columns: [Column]
        var rows = Rows.open
    }

    enum Rows {
        /// What is there after the last snapshot.
        case open
        /// Every version.
        case versions
        /// Every version of an event with this moment of its own, told apart by these keys.
        case events(moment: String, keys: [String] = ["key"])
    }

    enum Column {
        case plain(String)
        /// An id, shown as text under its own name with `Id` behind.
        case id(String, as: String)
        /// A moment, shown as `YYYY-MM-DDTHH:MM:SSZ`.
        case moment(String)
    }

    static func make(_ database: Database) throws {
        try drop(database)
        for view in all { try database.execute(sql: sql(view)) }
    }

    static func drop(_ database: Database) throws {
        for view in all { try database.execute(sql: "DROP VIEW IF EXISTS \(view.name)") }
    }

    static func areCurrent(_ database: Database) throws -> Bool {
        let find = "SELECT sql FROM main.sqlite_master WHERE type = 'view' AND name = ?"
        return try all.allSatisfy { view in
            try String.fetchOne(database, sql: find, arguments: [view.name]) == sql(view)
        }
    }

    static func sql(_ view: View) -> String {
        let columns = (view.columns.map(sql) + history(view)).joined(separator: ",\n    ")
        let isOpen = if case .open = view.rows { true } else { false }
        return """
            CREATE VIEW \(view.name) AS -- \(view.doc)
            SELECT
                \(columns)
            FROM \(view.table) t\(isOpen ? " WHERE t.until IS NULL" : "")
            """
    }

    private static func sql(_ column: Column) -> String {
        switch column {
        case .plain(let name): "t.\(name)"
        case .id(let name, let shown):
            "(SELECT \(PackedGUID.sql("i.id")) FROM ident i WHERE i.key = t.\(name)) AS \(shown)"
        case .moment(let name): "\(InstantSQL.text("t.\(name)")) AS \(name)"
        }
    }
}
