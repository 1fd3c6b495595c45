import GRDB

/// Gives each id its number; an id is written once, however often it is named.
public final class Idents {
    private let insert: BulkInsert
    private let find: Statement
    private let all: Statement
    @exclusivity(unchecked) private var known = IdentTable()
    /// The same id is often named several times in a row.
    @exclusivity(unchecked) private var last: (id: PackedId, key: Int64) = (PackedId(high: 0, low: 0), 0)
    /// Whether all ids of the database are in memory.
    private var isWhole: Bool
    @exclusivity(unchecked) private var next: Int64
    private var misses: Int64 = 0
    /// Reading all ids costs less than looking up this part of them.
    private static let lookUps: Int64 = 16

    init(_ database: Database) throws {
        insert = try BulkInsert(database, into: "ident", columns: ["id"])
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
        let key = try withExtendedLifetime(row) { try self.key(id) }
        // Its text ends here.
        try insert.flush()
        return key
    }

    /// Looks up the ids of many rows at once, before they are taken one by one.
    public func lookAhead(_ rows: RowBuffer) { rows.number(by: known) }

    /// Writes what is not written yet, before the texts of ids end or the table is read.
    func flush() throws { try insert.flush() }

    public func key(_ id: CellId) throws -> Int64 {
        if id.key != 0 { return Int64(id.key) }
        if last.id == id.packed, last.key > 0 { return last.key }
        let key = try known.key(of: id.packed) ?? find(id)
        last = (id.packed, key)
        return key
    }

    private func find(_ id: CellId) throws -> Int64 {
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
        // Its key in the table is the next one, too: without being told it, SQLite need not look whether it is there.
        try insert.add(.id(id))
        return key
    }

    private func lookUp(_ id: CellId) throws -> Int64? {
        find.bind(1, .id(id))
        defer { find.reset() }
        return try find.step() ? find.integer(0) : nil
    }

    private func readAll() throws {
        try insert.flush()
        known = IdentTable(capacity: Int(next))
        defer { all.reset() }
        while try all.step() {
            guard let bytes = all.bytes(1) else { continue }
            let id = all.isBlob(1) ? PackedId(packed: bytes) : PackedId(text: bytes)
            known.insert(id, key: all.integer(0) ?? 0)
        }
        isWhole = true
    }
}
