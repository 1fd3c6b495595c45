import Model

/// Finds the numbers of ids without giving new ones.
public final class IdentLookup {
    private let find: Statement

    public init(_ connection: Connection) throws {
        find = try connection.prepare("SELECT key FROM ident WHERE id = ?")
    }

    public func key(of id: String) throws -> Int64? {
        if let guid = PackedId(guid: id) {
            find.bind(1, guid)
        } else {
            find.bind(1, Identifier.normalized(id))
        }
        defer { find.reset() }
        return try find.step() ? find.integer(0) : nil
    }
}
