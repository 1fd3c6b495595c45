import Store

/// What an import knows of pages: which it met again, which it wrote down, and which can no longer be known.
struct PageMemory {
    let book: PageBook
    /// False when nothing is to be written down: what is read is of an earlier moment.
    private let isOpen: Bool
    /// The page that is being read.
    var draft: PageDraft?
    /// Pages that were known before and are after this import.
    private var kept: Set<PageHash> = []
    /// Entities of which this import told something, a bit each.
    private var touched: UInt64 = 0
    /// Entities whose pages do not tell what is known: more than one of them told of the same.
    private var contested: UInt64 = 0
    /// Which sources an entity's pages tell by.
    private var sources: [ToldSource: UInt64] = [:]
    /// Collections that may hold something else than before; of a first import none are noted.
    private var changed: Set<CollectionKey> = []
    /// Earlier pages whose collections are among these.
    private var lookedAt: Set<PageHash> = []

    init(_ book: PageBook, isOpen: Bool) {
        self.book = book
        self.isOpen = isOpen
    }

    /// How many pages were met again.
    private(set) var recalledCount = 0

    /// A page was met again.
    mutating func recall(_ hash: PageHash, _ documents: [PageDocument]) {
        recalledCount += 1
        kept.insert(hash)
        for document in documents { touch(document) }
    }

    /// A document was read.
    mutating func read(_ document: PageDocument) {
        touch(document)
        if !book.isEmpty { changed.formUnion(document.collections) }
    }

    /// Whether a collection may hold something else than before.
    func hasChanged(_ key: CollectionKey) -> Bool { book.isEmpty || changed.contains(key) }

    private mutating func touch(_ document: PageDocument) {
        touched |= document.entities
        for source in document.told.keys { sources[source, default: 0] |= document.entities }
    }

    /// What a page at this place told before of the same collection.
    mutating func earlier(at place: Int64?, _ plan: EntityPlan, parents: [Int64]) throws -> EarlierPage {
        var earlier = EarlierPage()
        guard isOpen, let place else { return earlier }
        for (hash, content) in try book.contents(at: place) {
            lookedAt.insert(hash)
            for document in PageDocument.all(content, book) {
                changed.formUnion(document.collections)
                if document.plan === plan, document.parents == parents { earlier.add(document) }
            }
        }
        return earlier
    }

    /// Something was said of an entity's objects apart from its own pages.
    mutating func contest(_ entity: String) {
        guard let plan = EntityPlan.byName[entity] else { return }
        contested |= 1 << UInt64(plan.number)
        touched |= 1 << UInt64(plan.number)
    }

    /// What entities tell by this source depends on the order of their pages.
    mutating func contest(_ source: ToldSource) { contested |= sources[source] ?? 0 }

    /// Writes down what a page told, to know it again.
    mutating func keep(_ draft: PageDraft, _ hash: PageHash, at place: Int64) throws {
        guard isOpen, draft.isPlain, !draft.documents.isEmpty else { return }
        var bytes = PageBytes()
        for document in draft.documents { try document.write(to: &bytes, book) }
        try book.add(hash, at: place, entities: draft.entities, content: bytes.bytes)
        if book.knows(hash) { kept.insert(hash) }
    }

    /// Forgets the pages that this import did not meet, although it told of the same entities.
    mutating func forgetUnmet() throws {
        var gone: Set<CollectionKey> = []
        try book.forget(entities: touched, except: kept) { [book, lookedAt] hash in
            guard !lookedAt.contains(hash) else { return }
            for document in PageDocument.all(try book.content(of: hash), book) {
                gone.formUnion(document.collections)
            }
        }
        changed.formUnion(gone)
    }

    /// Forgets the pages that do not tell what is known.
    func forgetContested() throws {
        try book.forget(entities: contested)
    }
}
