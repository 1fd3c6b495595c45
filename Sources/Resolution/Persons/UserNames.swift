import Store

/// The names of users by their id, as last known; looked up once each.
final class UserNames {
    private let lookup: IdentLookup
    private let find: Statement
    private var known: [String: String?] = [:]

    init(_ connection: Connection) throws {
        lookup = try IdentLookup(connection)
        find = try connection.prepare(
            """
            SELECT coalesce((SELECT nullif(u.displayName, '') FROM temp.userKnown u WHERE u.key = ?1),
            (SELECT nullif(g.displayName, '') FROM temp.directoryGroupKnown g WHERE g.key = ?1))
            """)
    }

    func name(of id: String) throws -> String? {
        if let name = known[id] { return name }
        var name: String?
        if let key = try lookup.key(of: id) {
            find.bind(1, key)
            name = try find.step() ? find.text(0) : nil
            find.reset()
        }
        if known.count > 100_000 { known.removeAll() }
        known[id] = .some(name)
        return name
    }
}
