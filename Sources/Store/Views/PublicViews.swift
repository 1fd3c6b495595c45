import GRDB

/// The documented face of the database for `sqlite3`, datasette and reports: state, its versions, events, ids as
/// text, moments as text. What may change between versions lies behind it.
public enum PublicViews {
    public static let all = directory + packages + reviews + events + imports + versions

    static func make(_ database: Database) throws {
        try drop(database)
        for view in all { try database.execute(sql: view.latest) }
    }

    static func drop(_ database: Database) throws {
        for view in all { try database.execute(sql: "DROP VIEW IF EXISTS \(view.name)") }
    }

    static func areCurrent(_ database: Database) throws -> Bool {
        let find = "SELECT sql FROM main.sqlite_master WHERE type = 'view' AND name = ?"
        return try all.allSatisfy { view in
            try String.fetchOne(database, sql: find, arguments: [view.name]) == view.latest
        }
    }

    /// Makes the same views of the moment that is judged, which stand before those of the file.
    ///
    /// The views of tables at the moment must have been made (Resolution/State/StateViews).
    public static func makeTemporary(_ connection: Connection) throws {
        for view in all { try connection.execute(view.atMoment) }
    }
}
