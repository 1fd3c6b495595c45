import GRDB
import Model

/// Gives each id its number; an id is written once, however often it is named.
public final class Idents {
    private let insert: Statement
    private let find: Statement
    private var guids: [PackedGUID: Int64] = [:]
    private var texts: [ExactText: Int64] = [:]
    private var next: Int64
    /// Bounds the memory: a cache is emptied when it is full.
    private static let guidLimit = 500_000
    private static let textLimit = 100_000
    /// Ids come from outside: longer ones are looked up each time.
    private static let longestText = 256

    init(_ database: Database) throws {
        insert = try Statement(database, "INSERT INTO ident (key, id) VALUES (?, ?)")
        find = try Statement(database, "SELECT key FROM ident WHERE id = ?")
        let last = try Statement(database, "SELECT coalesce(max(key), 0) FROM ident")
        _ = try last.step()
        next = (last.integer(0) ?? 0) + 1
    }

    /// The number of an id, given now if it has none yet. The id may be in any case.
    public func key(_ id: String) throws -> Int64 {
        if let guid = PackedGUID(id) {
            if let known = guids[guid] { return known }
            let key = try findOrInsert { $0.bind($1, guid) }
            if guids.count >= Idents.guidLimit { guids.removeAll(keepingCapacity: true) }
            guids[guid] = key
            return key
        }
        let text = Identifier.normalized(id)
        if let known = texts[ExactText(text)] { return known }
        let key = try findOrInsert { $0.bind($1, text) }
        guard text.utf8.count <= Idents.longestText else { return key }
        if texts.count >= Idents.textLimit { texts.removeAll(keepingCapacity: true) }
        texts[ExactText(text)] = key
        return key
    }

    private func findOrInsert(_ bind: (Statement, Int32) -> Void) throws -> Int64 {
        bind(find, 1)
        defer { find.reset() }
        if try find.step(), let key = find.integer(0) { return key }
        let key = next
        next += 1
        insert.bind(1, key)
        bind(insert, 2)
        try insert.run()
        return key
    }
}
