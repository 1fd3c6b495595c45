import GRDB

/// The pages that are known again: what they told is what is known, so that they need not be read again.
///
/// A page is known as long as no other import told of the same entities, and as long as the program reads the
/// same of it.
public final class PageBook {
    /// A page that is known.
    public struct Known: Sendable {
        /// Its row.
        let number: Int64
        /// A bit for each entity that it tells of.
        let entities: UInt64
    }

    /// The pages that were known before this import, and count.
    public let pages: [PageHash: Known]
    /// Also those that do not count.
    private let known: [PageHash: Known]
    /// Pages that this import wrote down.
    private var added: [PageHash: Known] = [:]
    private var lastNumber: Int64 = 0
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
        find = try Statement(database, "SELECT content FROM page WHERE number = ?")
        findPlace = try Statement(database, "SELECT hash, content FROM page WHERE place = ?")
        insert = try Statement(database, "INSERT OR REPLACE INTO page VALUES (?, ?, ?, ?, ?)")
        delete = try Statement(database, "DELETE FROM page WHERE number = ?")
        fields = try PageFields(database)
        var known: [PageHash: Known] = [:]
        if try fields.accept(mapping, database) {
            let list = try Statement(database, "SELECT number, hash, entities FROM page")
            while try list.step() {
                guard let bytes = list.bytes(1), bytes.count == 16 else { continue }
                lastNumber = list.integer(0) ?? 0
                known[PageHash(bytes)] = Known(
                    number: lastNumber, entities: UInt64(bitPattern: list.integer(2) ?? 0))
            }
        }
        pageKey = try fields.pageKey()
        rowPrint = try fields.rowPrint()
        self.known = known
        pages = isOpen ? known : [:]
    }

    /// Whether no page was known before.
    public var isEmpty: Bool { known.isEmpty }

    /// Whether a page was known before.
    public func knows(_ hash: PageHash) -> Bool { known[hash] != nil }

    /// What a page told.
    public func content(of hash: PageHash) throws -> [UInt8] {
        guard let page = added[hash] ?? known[hash] else { return [] }
        find.bind(1, page.number)
        defer { find.reset() }
        return try find.step() ? find.bytes(0).map { [UInt8]($0) } ?? [] : []
    }

    /// What pages told before that stood at a place.
    public func contents(at place: Int64) throws -> [(hash: PageHash, content: [UInt8])] {
        guard !pages.isEmpty else { return [] }
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
        let number = (added[hash] ?? known[hash])?.number ?? lastNumber + 1
        lastNumber = max(lastNumber, number)
        added[hash] = Known(number: number, entities: entities)
        try hash.withBytes { hash in
            try content.withUnsafeBytes { content in
                insert.bind(1, number)
                insert.bind(2, blob: hash)
                insert.bind(3, place)
                insert.bind(4, Int64(bitPattern: entities))
                insert.bind(5, blob: content)
                try insert.run()
            }
        }
    }

    /// Forgets pages of these entities that were known before, but for those that were seen again.
    ///
    /// - Parameter forgotten: told of each, before it goes.
    public func forget(
        entities mask: UInt64, except seen: Set<PageHash>, forgotten: (PageHash) throws -> Void
    ) throws {
        for (hash, page) in known where page.entities & mask != 0 && !seen.contains(hash) {
            try forgotten(hash)
            try forget(page)
        }
    }

    /// Forgets all pages of these entities.
    public func forget(entities mask: UInt64) throws {
        for pages in [known, added] {
            for page in pages.values where page.entities & mask != 0 { try forget(page) }
        }
    }

    private func forget(_ page: Known) throws {
        delete.bind(1, page.number)
        try delete.run()
    }
}
