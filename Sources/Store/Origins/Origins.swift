public import Model

/// From which files the versions of an object came: for `tenure status --object`.
public struct Origins: Sendable {
    /// One version, as an import made it.
    public struct Version: Sendable, Equatable {
        public let entity: String
        /// What the row hangs on, where it is told apart only within that.
        public let parent: String?
        public let snapshot: Int64
        public let observedAt: Instant
        /// Whether it holds still; of an event each does.
        public let isOpen: Bool
        /// The files that told something new, in the order in which they were read; empty where that was not
        /// written down.
        public let files: [String]
    }

    /// In the order of the tables' names, then of parents and snapshots.
    public let versions: [Version]

    public init(of id: String, _ connection: Connection) throws {
        var versions: [Version] = []
        let finder = try Finder(connection)
        guard let key = try IdentLookup(connection).key(of: id) else {
            self.versions = []
            return
        }
        for table in try Origins.tables(connection) {
            let parent = table.hasParent ? "(SELECT id FROM ident WHERE key = t.parent)" : "NULL"
            let list = try connection.prepare(
                """
                SELECT \(parent), \(table.hasParent ? "t.parent" : "0"), t.since, s.observedAt,
                    \(table.ends ? "t.until IS NULL" : "true")
                FROM \(table.name) t JOIN snapshot s ON s.number = t.since
                WHERE t.key = ? ORDER BY 1, t.since
                """)
            list.bind(1, key)
            while try list.step() {
                let snapshot = list.integer(2) ?? 0
                versions.append(
                    Version(
                        entity: table.name, parent: list.identifier(0), snapshot: snapshot,
                        observedAt: list.instant(3) ?? Instant(ticks: 0), isOpen: list.boolean(4) ?? false,
                        files: try finder.files(snapshot, table.name, list.integer(1) ?? 0, key)))
            }
        }
        self.versions = versions
    }

    /// The tables of objects: those with versions by key, apart from what is told or kept besides.
    private static func tables(
        _ connection: Connection
    ) throws -> [(name: String, hasParent: Bool, ends: Bool)] {
        let list = try connection.prepare(
            """
            SELECT m.name, max(c.name = 'parent'), max(c.name = 'until') FROM sqlite_master m, pragma_table_info(m.name) c
            WHERE m.type = 'table' AND m.name NOT IN ('told', 'auditMention', 'signIn')
            GROUP BY m.name HAVING max(c.name = 'key') AND max(c.name = 'since') ORDER BY m.name
            """)
        var tables: [(name: String, hasParent: Bool, ends: Bool)] = []
        while try list.step() {
            tables.append((list.text(0) ?? "", list.boolean(1) ?? false, list.boolean(2) ?? false))
        }
        return tables
    }

    private struct Finder {
        private let list: Statement

        init(_ connection: Connection) throws {
            list = try connection.prepare(
                "SELECT path, keys FROM origin WHERE snapshot = ? AND entity = ? AND parent = ? ORDER BY position"
            )
        }

        func files(_ snapshot: Int64, _ entity: String, _ parent: Int64, _ key: Int64) throws -> [String] {
            list.bind(1, snapshot)
            list.bind(2, entity)
            list.bind(3, parent)
            defer { list.reset() }
            var files: [String] = []
            while try list.step() {
                var reader = PageReader(list.bytes(1).map { [UInt8]($0) } ?? [])
                if reader.keys().contains(key), let path = list.text(0), files.last != path {
                    files.append(path)
                }
            }
            return files
        }
    }
}
