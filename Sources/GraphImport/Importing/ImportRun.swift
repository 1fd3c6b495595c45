import Model
import Store

/// One import while it goes on: harvests in, rows and a book of collections out.
final class ImportRun {
    let writer: SnapshotWriter
    let recorder: RowRecorder
    let eventsOnly: Bool
    /// Fields and types that nobody wants to hear of.
    private let ignored: Set<String>
    let files: [InputFile]
    @exclusivity(unchecked) var pages: PageMemory
    var book = CollectionBook()
    @exclusivity(unchecked) var origins = OriginBook()
    var fields: [String: FieldCounts] = [:]
    /// The sets of fields that known pages brought, by entity.
    var recalledFields: [String: Set<Int>] = [:]
    /// Columns whose value was of no kind that they can hold, with how often that was, by entity.
    var unfit: [String: [String: Int]] = [:]
    var counts: [String: ImportedCounts] = [:]
    private var remarkBook = RemarkBook()
    var refusedState = 0
    /// By user.
    var sponsors: [Int64: Sponsors] = [:]
    /// What delta pages say is no longer there.
    var removals = RemovalBook()
    /// The entities whose collection of all, which hangs on nothing, this import read completely.
    var completed: Set<String> = []
    /// The collections of which rounds of changes were taken, and what those followed.
    var followed: [String: RoundBasis] = [:]
    /// What captures say of the rounds of changes that they hold.
    var rounds: [String: Capture.Round] = [:]
    /// The id of the organization whose database this is, once it is known.
    private var tenant: String?
    /// The document whose parts are being taken, and what is known of its file.
    var document: OpenDocument?
    private var remarksBefore = 0
    /// The folders of captures: a list in there is as whole as the capture says.
    var captureFolders: [String] = []
    private let begin: (Int) -> Void
    var loose: [CollectionKey: Int] = [:]

    /// - Parameter begin: told of each file when its first part comes.
    init(
        writer: SnapshotWriter, eventsOnly: Bool, files: [InputFile], pages: PageBook, ignored: Set<String>,
        begin: @escaping (Int) -> Void
    ) {
        self.pages = PageMemory(pages, isOpen: !eventsOnly)
        self.begin = begin
        self.writer = writer
        self.eventsOnly = eventsOnly
        self.ignored = ignored
        self.files = files
        recorder = RowRecorder(writer: writer, rowPrint: pages.rowPrint)
    }

    /// All but what is to be ignored.
    var remarks: [Remark] { remarkBook.all.filter { !isIgnored($0) } }
    /// How many remarks were ignored.
    var ignoredCount: Int { remarkBook.all.count(where: isIgnored) }

    private func isIgnored(_ remark: Remark) -> Bool { remark.unimported.map(ignored.contains) ?? false }

    func remark(
        _ kind: Remark.Kind, _ file: String, line: @autoclosure () -> Int? = nil, _ reason: String,
        unimported: String? = nil
    ) {
        remarkBook.add(kind, file, line: line(), reason, unimported: unimported)
    }

    func countIncomplete(_ entity: String) {
        counts[entity, default: ImportedCounts(entity: entity)].incomplete += 1
    }

    func count(_ plan: EntityPlan, _ change: (inout ImportedCounts) -> Void) {
        let name = plan.entity.name
        change(&counts[name, default: ImportedCounts(entity: name)])
    }

    /// What was done, by entity, with the number of its collections.
    func countsByEntity() -> [ImportedCounts] {
        var counts = counts
        var collections: [Int: Int] = [:]
        for collection in book.collections where collection.key.parent != -1 {
            collections[collection.key.plan.number, default: 0] += 1
        }
        for (number, count) in collections {
            let name = EntityPlan.all[number].entity.name
            counts[name, default: ImportedCounts(entity: name)].collections += count
        }
        return counts.values.sorted { $0.entity < $1.entity }
    }

    /// Takes what readers gave.
    func take(_ harvest: Harvest) throws {
        writer.idents.lookAhead(harvest.rows)
        var cursor = harvest.rows.cursor
        for part in harvest.parts {
            begin(part.file)
            try take(part, &cursor)
        }
        if let last = harvest.parts.last { try origins.endIfLong(files[last.file], writer) }
        try writer.flush()
    }

    private func take(_ part: Harvest.Part, _ cursor: inout RowCursor) throws {
        let file = files[part.file]
        if pages.draft == nil {
            pages.draft = PageDraft()
            remarksBefore = remarkBook.total
        }
        for id in part.tenants { try checkTenant(id) }
        if case .rows(let plan, let parents, let extent) = part.aim {
            if document == nil { document = try open(plan, parents, extent, file, place: part.place) }
            if let document { try take(part, document, file, &cursor) }
        }
        if let fileEnd = part.fileEnd { try end(fileEnd, part.file, place: part.place) }
    }

    private func end(_ end: Harvest.FileEnd, _ number: Int, place: Int64?) throws {
        let draft = pages.draft
        pages.draft = nil
        if end.isKnown, let hash = end.hash { return try recall(hash, of: number) }
        try origins.end(files[number], writer)
        endLoose(files[number])
        remarkBook.add(end.remarks)
        guard let draft, let place, let hash = end.hash, remarkBook.total == remarksBefore else { return }
        try pages.keep(draft, hash, at: place)
    }

    /// Several objects in one file are a list (JSON lines); one alone is a single object.
    func endLoose(_ file: InputFile) {
        for (key, count) in loose {
            book.note(key, file) { part in
                if count > 1 { part.lists += 1 } else { part.singles += 1 }
            }
        }
        loose = [:]
    }

    private func checkTenant(_ id: String) throws {
        let found = Identifier.normalized(id)
        let known = try tenant ?? writer.tenantId() ?? found
        guard known == found else { throw StoreError.otherTenant(known: known, found: found) }
        tenant = known
    }
}
