import GRDB

/// The statements that keep the versions of one table's objects.
final class TableStatements {
    /// `since`, `until`, then the columns; the newest version first.
    let find: Statement
    private let shape: TableShape
    private let insert: Statement
    private let end: Statement?
    private let remove: Statement
    private let reopen: Statement?
    private let keyCount: Int32

    /// The column of `find` in which the values begin.
    static let firstValue: Int32 = 2

    /// A version that is already there.
    struct Version {
        let since: Int64
        let until: Int64?
        let values: [StoredValue]
    }

    init(_ database: Database, shape: TableShape) throws {
        self.shape = shape
        keyCount = Int32(shape.keys.count)
        let keys = shape.keys
        let isKey = keys.map { "\($0) = ?" }.joined(separator: " AND ")
        let isState = shape.kind == .state
        let columns = shape.columns.map { ", \"\($0)\"" }.joined()
        find = try Statement(
            database,
            "SELECT since, \(isState ? "until" : "NULL")\(columns) FROM \(shape.name) WHERE \(isKey) "
                + "ORDER BY since DESC")
        insert = try Statement(
            database,
            "INSERT OR REPLACE INTO \(shape.name) (\(keys.joined(separator: ", ")), since\(columns)) VALUES ("
                + Array(repeating: "?", count: keys.count + 1 + shape.columns.count).joined(separator: ", ")
                + ")")
        remove = try Statement(database, "DELETE FROM \(shape.name) WHERE \(isKey) AND since = ?")
        end =
            isState
            ? try Statement(
                database, "UPDATE \(shape.name) SET until = ? WHERE \(isKey) AND until IS NULL") : nil
        reopen =
            isState
            ? try Statement(
                database, "UPDATE \(shape.name) SET until = NULL WHERE \(isKey) AND until = ?") : nil
    }

    func versions(_ parent: Int64?, _ key: Int64, limit: Int) throws -> [Version] {
        bindKeys(find, parent, key)
        defer { find.reset() }
        var versions: [Version] = []
        while versions.count < limit, try find.step() {
            let values = shape.columns.indices.map { find.stored(Int32($0) + Self.firstValue) }
            versions.append(
                Version(since: find.integer(0) ?? 0, until: find.integer(1), values: values))
        }
        return versions
    }

    func insert(_ parent: Int64?, _ key: Int64, since: Int64, _ values: [StoredValue]) throws {
        bindKeys(insert, parent, key)
        insert.bind(keyCount + 1, since)
        for (index, value) in values.enumerated() {
            insert.bind(keyCount + 2 + Int32(index), value)
        }
        try insert.run()
    }

    /// - Returns: how many versions were open.
    @discardableResult
    func end(_ parent: Int64?, _ key: Int64, at snapshot: Int64) throws -> Int {
        guard let end else { return 0 }
        end.bind(1, snapshot)
        bindKeys(end, parent, key, from: 2)
        try end.run()
        return end.changes
    }

    func remove(_ parent: Int64?, _ key: Int64, since: Int64) throws {
        try run(remove, parent, key, since)
    }

    func reopen(_ parent: Int64?, _ key: Int64, endedAt snapshot: Int64) throws {
        if let reopen { try run(reopen, parent, key, snapshot) }
    }

    private func run(_ statement: Statement, _ parent: Int64?, _ key: Int64, _ last: Int64) throws {
        bindKeys(statement, parent, key)
        statement.bind(keyCount + 1, last)
        try statement.run()
    }

    func bindKeys(_ statement: Statement, _ parent: Int64?, _ key: Int64, from index: Int32 = 1) {
        if shape.isChild { statement.bind(index, parent) }
        statement.bind(index + keyCount - 1, key)
    }
}
