import GRDB

/// The documented face of the database for `sqlite3` and datasette: state as of the last snapshot, ids as text,
/// moments as text. What may change between versions lies behind it.
enum PublicViews {
    static func make(_ database: Database) throws {
    }
}
