import GRDB

/// The indexes that no import needs, taken away for the first one and made after its rows: sorting once costs
/// less than finding each row's place (DESIGN.md 4). Part of the import's transaction.
struct LaterIndexes {
    private let sql: [String]

    init(_ database: Database) throws {
        guard try Int.fetchOne(database, sql: "SELECT 1 FROM snapshot LIMIT 1") == nil else {
            sql = []
            return
        }
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT name, sql FROM main.sqlite_master WHERE type = 'index' AND sql > '' ORDER BY name")
        sql = rows.map { $0["sql"] }
        for row in rows {
            let name: String = row["name"]
            try database.execute(sql: "DROP INDEX main.\"\(name)\"")
        }
    }

    func make(_ database: Database) throws {
        guard !sql.isEmpty else { return }
        // Sorting takes a second core along where there is one: with a small cache it goes in pieces, each of which is
        // sorted while the next is read.
        try database.execute(sql: "PRAGMA threads = 2; PRAGMA cache_size = -8192")
        for index in sql { try database.execute(sql: index) }
    }
}
