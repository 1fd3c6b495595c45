import GRDB

/// Gives each id its number; an id is written once, however often it is named.
public final class Idents {
    private let insert: Statement
    private let find: Statement
    private let all: Statement
    private var known = IdentTable()
    /// Whether all ids of the database are in memory.
    private var isWhole: Bool
    private var next: Int64
    private var misses: Int64 = 0
    /// Reading all ids costs less than looking up this part of them.
    private static let lookUps: Int64 = 16

    init(_ database: Database) throws {
        insert = try Statement(database, "INSERT INTO ident (key, id) VALUES (?, ?)")
        find = try Statement(database, "SELECT key FROM ident WHERE id = ?")
        all = try Statement(database, "SELECT key, id FROM ident")
        let last = try Statement(database, "SELECT coalesce(max(key), 0) FROM ident")
        _ = try last.step()
        next = (last.integer(0) ?? 0) + 1
        isWhole = next == 1
    }

    /// The number of an id, given now if it has none yet. The id may be in any case.
    public func key(_ id: String) throws -> Int64 {
        let row = RowBuffer(capacity: 256)
        row.append(id: id)
        var cursor = row.cursor
        guard let id = cursor.optionalId() else { preconditionFailure("an id was written") }
        return try key(id)
    }

    public func key(_ id: CellId) throws -> Int64 {
        if let key = known.key(of: id.packed) { return key }
        if !isWhole {
            misses += 1
            if misses > next / Idents.lookUps {
                try readAll()
                if let key = known.key(of: id.packed) { return key }
            } else if let key = try lookUp(id) {
                known.insert(id.packed, key: key)
                return key
            }
        }
        let key = next
        next += 1
        known.insert(id.packed, key: key)
        insert.bind(1, key)
        bind(id, to: insert, 2)
        try insert.run()
        return key
    }

    private func lookUp(_ id: CellId) throws -> Int64? {
        bind(id, to: find, 1)
        defer { find.reset() }
        return try find.step() ? find.integer(0) : nil
    }

    private func bind(_ id: CellId, to statement: Statement, _ index: Int32) {
        if let text = id.text { statement.bind(index, text) } else { statement.bind(index, id.packed) }
    }

    private func readAll() throws {
        known = IdentTable()
        defer { all.reset() }
        while try all.step() {
            guard let bytes = all.bytes(1) else { continue }
            let id = all.isBlob(1) ? PackedId(packed: bytes) : PackedId(text: bytes)
            known.insert(id, key: all.integer(0) ?? 0)
        }
        isWhole = true
    }
}
