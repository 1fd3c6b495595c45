import GRDB

/// Writes the versions of one table's objects: a new version only where something changed.
final class TableWriter {
    let shape: TableShape
    private let snapshot: SnapshotNumber
    private let find: Statement
    private let insert: Statement
    private let end: Statement?
    private let remove: Statement
    private let reopen: Statement?
    private let keyCount: Int32

    init(_ database: Database, shape: TableShape, snapshot: SnapshotNumber) throws {
        self.shape = shape
        self.snapshot = snapshot
        keyCount = shape.isChild ? 2 : 1
        let keys = shape.isChild ? ["parent", "key"] : ["key"]
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

    /// A version that is already there.
    private struct Version {
        let since: Int64
        let until: Int64?
        let values: [StoredValue]
    }

    /// Merges what a file says into what is known. An absent value (nil) is not said: the last one stands.
    ///
    /// - Returns: whether that made a new version.
    func record(parent: Int64?, key: Int64, values: [StoredValue?]) throws -> Bool {
        switch shape.kind {
        case .state: try recordState(parent, key, values)
        case .event: try recordEvent(parent, key, values)
        }
    }

    private func recordState(_ parent: Int64?, _ key: Int64, _ values: [StoredValue?]) throws -> Bool {
        let versions = try versions(parent, key, limit: 2)
        guard let latest = versions.first else {
            try write(parent, key, values.map { $0 ?? .null })
            return true
        }
        let merged = merge(values, onto: latest.values)
        if latest.until == nil {
            if merged == latest.values { return false }
            if latest.since == snapshot.number {
                // A later file of the same import changes it back: the version before goes on.
                if let before = versions.dropFirst().first, before.until == snapshot.number,
                    before.values == merged
                {
                    try run(remove, parent, key, snapshot.number)
                    if let reopen { try run(reopen, parent, key, snapshot.number) }
                    return true
                }
            } else {
                try runEnd(parent, key)
            }
        }
        try write(parent, key, merged)
        return true
    }

    /// Versions of an event are ordered by the moment of their observation, which an import of older files
    /// does not keep to.
    private func recordEvent(_ parent: Int64?, _ key: Int64, _ values: [StoredValue?]) throws -> Bool {
        let versions = try versions(parent, key, limit: .max)
        let before = versions.filter { snapshot.isNotBefore($0.since) }
            .max { snapshot.precedes($0.since, $1.since) }
        let merged = merge(values, onto: before?.values ?? values.map { _ in .null })
        if let before, merged == before.values { return false }
        if before?.since == snapshot.number {
            let previous = versions.filter { $0.since != snapshot.number && snapshot.isNotBefore($0.since) }
                .max { snapshot.precedes($0.since, $1.since) }
            if let previous, previous.values == merged {
                // A later file of the same import changes it back.
                try run(remove, parent, key, snapshot.number)
                return true
            }
        }
        try write(parent, key, merged)
        return true
    }

    /// What is not said stands. A reference's name stands as long as it refers to the same, and is not erased by
    /// an empty one (ACCESS.md 5: an empty displayName is absent).
    private func merge(_ said: [StoredValue?], onto known: [StoredValue]) -> [StoredValue] {
        var merged = zip(said, known).map { $0 ?? $1 }
        for (name, id) in shape.names where said[name] == nil || said[name] == .null {
            merged[name] = merged[id] == known[id] && merged[id] != .null ? known[name] : .null
        }
        if let list = shape.growing { merged[list] = grown(known[list], by: said[list] ?? .null) }
        return merged
    }

    private func grown(_ known: StoredValue, by said: StoredValue) -> StoredValue {
        guard case .text(let old) = known, case .text(let new) = said else {
            return said == .null ? known : said
        }
        let words = Set(old.split(separator: ",")).union(new.split(separator: ","))
        return .text(words.sorted().joined(separator: ","))
    }

    private func versions(_ parent: Int64?, _ key: Int64, limit: Int) throws -> [Version] {
        bindKeys(find, parent, key, from: 1)
        defer { find.reset() }
        var versions: [Version] = []
        while versions.count < limit, try find.step() {
            let values = shape.columns.indices.map { find.stored(Int32($0) + 2) }
            versions.append(
                Version(since: find.integer(0) ?? 0, until: find.integer(1), values: values))
        }
        return versions
    }

    private func write(_ parent: Int64?, _ key: Int64, _ values: [StoredValue]) throws {
        bindKeys(insert, parent, key, from: 1)
        insert.bind(keyCount + 1, snapshot.number)
        for (index, value) in values.enumerated() {
            insert.bind(keyCount + 2 + Int32(index), value)
        }
        try insert.run()
    }

    private func runEnd(_ parent: Int64?, _ key: Int64) throws {
        guard let end else { return }
        end.bind(1, snapshot.number)
        bindKeys(end, parent, key, from: 2)
        try end.run()
    }

    private func run(_ statement: Statement, _ parent: Int64?, _ key: Int64, _ last: Int64) throws {
        bindKeys(statement, parent, key, from: 1)
        statement.bind(keyCount + 1, last)
        try statement.run()
    }

    private func bindKeys(_ statement: Statement, _ parent: Int64?, _ key: Int64, from index: Int32) {
        if shape.isChild { statement.bind(index, parent) }
        statement.bind(index + keyCount - 1, key)
    }
}

extension Statement {
    func bind(_ index: Int32, _ value: StoredValue) {
        switch value {
        case .null: bind(index, nil as Int64?)
        case .integer(let integer): bind(index, integer)
        case .text(let text): bind(index, text)
        }
    }

    func stored(_ column: Int32) -> StoredValue {
        switch columnType(column) {
        case .null: .null
        case .integer: .integer(integer(column) ?? 0)
        case .text: .text(text(column) ?? "")
        }
    }
}
