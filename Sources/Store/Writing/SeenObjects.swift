import GRDB

/// Which objects this import showed, by collection. A temporary table: its memory is bounded.
final class SeenObjects {
    private let insert: Statement

    init(_ database: Database) throws {
        try database.execute(
            sql: """
                DROP TABLE IF EXISTS temp.seen;
                CREATE TEMP TABLE seen (collection INTEGER NOT NULL, key INTEGER NOT NULL,
                PRIMARY KEY (collection, key)) WITHOUT ROWID
                """)
        insert = try Statement(database, "INSERT OR IGNORE INTO temp.seen VALUES (?, ?)")
    }

    func add(collection: Int64, key: Int64) throws {
        insert.bind(1, collection)
        insert.bind(2, key)
        try insert.run()
    }

    func keys(in collection: Int64, _ database: Database) throws -> [Int64] {
        let list = try Statement(database, "SELECT key FROM temp.seen WHERE collection = ? ORDER BY key")
        list.bind(1, collection)
        var keys: [Int64] = []
        while try list.step() {
            if let key = list.integer(0) { keys.append(key) }
        }
        return keys
    }

    /// - Returns: how many were closed; nil when that was refused.
    func closeUnseen(
        _ shape: TableShape, parent: Int64?, collection: Int64, snapshot: Int64, mostly: Bool,
        in database: Database
    ) throws -> Int? {
        let scope = parent.flatMap { _ in shape.parentColumn }.map { "\($0) = ?2" } ?? "?2 IS NULL"
        let before = "until IS NULL AND since < ?3 AND \(scope)"
        let gone = """
            \(before) AND NOT EXISTS
            (SELECT 1 FROM temp.seen s WHERE s.collection = ?1 AND s.key = \(shape.name).key)
            """
        func run(_ sql: String) throws -> Statement {
            let statement = try Statement(database, sql)
            statement.bind(1, collection)
            statement.bind(2, parent)
            statement.bind(3, snapshot)
            _ = try statement.step()
            return statement
        }
        if mostly {
            let counts = try run(
                """
                SELECT count(*), count(*) FILTER (WHERE \(gone)), ?1
                FROM \(shape.name) WHERE \(before)
                """)
            let (all, closing) = (counts.integer(0) ?? 0, counts.integer(1) ?? 0)
            if closing > 10, closing * 5 > all { return nil }
        }
        return try run("UPDATE \(shape.name) SET until = ?3 WHERE \(gone)").changes
    }
}
