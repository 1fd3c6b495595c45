import GRDB

/// The pages that are known again: what they told is what is known, so that they need not be read again.
///
/// A page is known as long as no other import told of the same entities, and as long as the program reads the
/// same of it.
public final class PageBook {
    /// The known pages, with a bit for each entity that they tell of.
    public let entities: [PageHash: UInt64]
    /// How pages are known again.
    public let pageKey: PageKey
    /// How rows are known again.
    public let rowPrint: RowPrint
    private let find: Statement
    private let findPlace: Statement
    private let insert: Statement
    private let delete: Statement
    private let fields: PageFields

    /// - Parameters:
    ///   - mapping: a text that changes when something else is read of a page.
    ///   - isOpen: false to know none: what is read is of an earlier moment.
    public init(_ connection: Connection, mapping: String, isOpen: Bool) throws {
        let database = connection.database
        find = try Statement(database, "SELECT content FROM page WHERE hash = ?")
        findPlace = try Statement(database, "SELECT hash, content FROM page WHERE place = ?")
        insert = try Statement(database, "INSERT OR REPLACE INTO page VALUES (?, ?, ?, ?)")
        delete = try Statement(database, "DELETE FROM page WHERE hash = ?")
        fields = try PageFields(database)
        var entities: [PageHash: UInt64] = [:]
        if try fields.accept(mapping, database) {
            let list = try Statement(database, "SELECT hash, entities FROM page")
            while try list.step() {
                guard let bytes = list.bytes(0), bytes.count == 16 else { continue }
                entities[PageHash(bytes)] = UInt64(bitPattern: list.integer(1) ?? 0)
            }
        }
        pageKey = try fields.pageKey()
        rowPrint = try fields.rowPrint()
        known = entities
        self.entities = isOpen ? entities : [:]
    }

    /// Also those that do not count.
    private let known: [PageHash: UInt64]

    /// What a page told.
    public func content(of hash: PageHash) throws -> [UInt8] {
        try hash.withBytes { bytes in
            find.bind(1, blob: bytes)
            defer { find.reset() }
            return try find.step() ? find.bytes(0).map { [UInt8]($0) } ?? [] : []
        }
    }

    /// What pages told before that stood at a place.
    public func contents(at place: Int64) throws -> [(hash: PageHash, content: [UInt8])] {
        guard !entities.isEmpty else { return [] }
        findPlace.bind(1, place)
        defer { findPlace.reset() }
        var contents: [(hash: PageHash, content: [UInt8])] = []
        while try findPlace.step() {
            guard let hash = findPlace.bytes(0), hash.count == 16 else { continue }
            let page = PageHash(hash)
            contents += findPlace.bytes(1).map { [(page, [UInt8]($0))] } ?? []
        }
        return contents
    }

    /// The number of a set of fields, by which pages name it.
    public func number(ofFields names: [String]) throws -> Int { try fields.number(of: names) }

    public func fields(number: Int) -> [String] { fields.names(number) }

    public func add(_ hash: PageHash, at place: Int64, entities: UInt64, content: [UInt8]) throws {
        try hash.withBytes { hash in
            try content.withUnsafeBytes { content in
                insert.bind(1, blob: hash)
                insert.bind(2, place)
                insert.bind(3, Int64(bitPattern: entities))
                insert.bind(4, blob: content)
                try insert.run()
            }
        }
    }

    /// Forgets pages of these entities, but for those that were seen again.
    ///
    /// - Parameter forgotten: told of each, before it goes.
    public func forget(
        entities mask: UInt64, except seen: Set<PageHash>, _ added: [PageHash: UInt64] = [:],
        forgotten: (PageHash) throws -> Void
    ) throws {
        let all = known.merging(added) { $1 }
        for (hash, entities) in all where entities & mask != 0 && !seen.contains(hash) {
            try forgotten(hash)
            try hash.withBytes { bytes in
                delete.bind(1, blob: bytes)
                try delete.run()
            }
        }
    }
}
