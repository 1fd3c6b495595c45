import GRDB
import Model

/// Gives each id its number; an id is written once, however often it is named.
public final class Idents {
    private let insert: Statement
    private let find: Statement
    private var cache: [ExactText: Int64] = [:]
    private var next: Int64
    /// Bounds the memory: the cache is emptied when it is full.
    private static let cacheLimit = 200_000

    init(_ database: Database) throws {
        insert = try Statement(database, "INSERT INTO ident (key, id) VALUES (?, ?)")
        find = try Statement(database, "SELECT key FROM ident WHERE id = ?")
        let last = try Statement(database, "SELECT coalesce(max(key), 0) FROM ident")
        _ = try last.step()
        next = (last.integer(0) ?? 0) + 1
    }

    /// The number of an id, given now if it has none yet. The id may be in any case.
    public func key(_ id: String) throws -> Int64 {
        let id = Identifier.normalized(id)
        if let known = cache[ExactText(id)] { return known }
        let key = try findKey(id) ?? insertKey(id)
        if cache.count >= Idents.cacheLimit { cache.removeAll(keepingCapacity: true) }
        cache[ExactText(id)] = key
        return key
    }

    private func findKey(_ id: String) throws -> Int64? {
        bind(id, to: find, at: 1)
        defer { find.reset() }
        return try find.step() ? find.integer(0) : nil
    }

    private func insertKey(_ id: String) throws -> Int64 {
        let key = next
        next += 1
        insert.bind(1, key)
        bind(id, to: insert, at: 2)
        try insert.run()
        return key
    }

    private func bind(_ id: String, to statement: Statement, at index: Int32) {
        if let bytes = PackedGUID.bytes(id) {
            statement.bind(index, blob: bytes)
        } else {
            statement.bind(index, id)
        }
    }
}
