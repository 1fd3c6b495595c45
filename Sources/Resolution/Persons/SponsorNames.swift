import Store

/// The names of sponsors, in the order of the source (ACCESS.md 5).
struct SponsorNames {
    private let names: UserNames
    private let list: Statement

    init(_ connection: Connection) throws {
        names = try UserNames(connection)
        list = try connection.prepare(
            """
            SELECT j.value ->> 'id', nullif(j.value ->> 'displayName', '') FROM json_each(?1) j ORDER BY j.key
            """)
    }

    /// - Parameter sponsors: a JSON array of objects with `id`, perhaps `displayName`.
    /// - Returns: nil when none has a name.
    func names(in sponsors: String) throws -> String? {
        list.bind(1, sponsors)
        defer { list.reset() }
        var joined: String?
        while try list.step() {
            guard let name = try list.text(0).flatMap(names.name(of:)) ?? list.text(1) else { continue }
            joined = joined.map { $0 + "; " + name } ?? name
        }
        return joined
    }
}
