import Model
import Store

/// One import while it goes on: harvests in, rows and a book of collections out.
final class ImportRun {
    let writer: SnapshotWriter
    let recorder: RowRecorder
    let eventsOnly: Bool
    let files: [InputFile]
    var pages: PageMemory
    var book = CollectionBook()
    var fields: [String: FieldCounts] = [:]
    /// Columns whose value was of no kind that they can hold, with how often that was, by entity.
    var unfit: [String: [String: Int]] = [:]
    var counts: [String: ImportedCounts] = [:]
    private var remarkBook = RemarkBook()
    var refusedState = 0
    /// Sponsors that were read by user, page after page.
    var sponsors: [Int64: [String]] = [:]
    /// The id of the organization whose database this is, once it is known.
    private var tenant: String?
    /// The document whose parts are being taken, and what is known of its file.
    private var document: OpenDocument?
    private var remarksBefore = 0
    private let begin: (Int) -> Void
    private var loose: [CollectionKey: Int] = [:]

    /// - Parameter begin: told of each file when its first part comes.
    init(
        writer: SnapshotWriter, eventsOnly: Bool, files: [InputFile], pages: PageBook,
        begin: @escaping (Int) -> Void
    ) {
        self.pages = PageMemory(pages, isOpen: !eventsOnly)
        self.begin = begin
        self.writer = writer
        self.eventsOnly = eventsOnly
        self.files = files
        recorder = RowRecorder(writer: writer)
    }

    var remarks: [Remark] { remarkBook.all }

    func remark(_ kind: Remark.Kind, _ file: String, line: @autoclosure () -> Int? = nil, _ reason: String) {
        remarkBook.add(kind, file, line: line(), reason)
    }

    func countIncomplete(_ entity: String) {
        counts[entity, default: ImportedCounts(entity: entity)].incomplete += 1
    }

    func count(_ entity: Entity, _ change: (inout ImportedCounts) -> Void) {
        change(&counts[entity.name, default: ImportedCounts(entity: entity.name)])
    }

    /// What was done, by entity, with the number of its collections.
    func countsByEntity() -> [ImportedCounts] {
        var counts = counts
        for key in book.collections.keys where key.parent != -1 {
            counts[key.entity, default: ImportedCounts(entity: key.entity)].collections += 1
        }
        return counts.values.sorted { $0.entity < $1.entity }
    }

    /// Takes what readers gave.
    func take(_ harvest: Harvest) throws {
        var cursor = harvest.rows.cursor
        for part in harvest.parts {
            begin(part.file)
            try take(part, &cursor)
        }
        try writer.flush()
    }

    private func take(_ part: Harvest.Part, _ cursor: inout RowCursor) throws {
        let file = files[part.file]
        if pages.draft == nil {
            pages.draft = PageDraft()
            remarksBefore = remarkBook.total
        }
        for id in part.tenants { try checkTenant(id) }
        if case .rows(let plan, let parents, let isSelection) = part.aim {
            if document == nil { document = try open(plan, parents, isSelection, file) }
            if let document { try take(part, document, file, &cursor) }
        }
        if let fileEnd = part.fileEnd { try end(fileEnd, part.file) }
    }

    private func end(_ end: Harvest.FileEnd, _ number: Int) throws {
        let draft = pages.draft
        pages.draft = nil
        if end.isKnown, let hash = end.hash { return try recall(hash, of: number) }
        endLoose(files[number])
        remarkBook.add(end.remarks)
        guard let draft, let hash = end.hash, remarkBook.total == remarksBefore else { return }
        try pages.keep(draft, hash)
    }

    /// Several objects in one file are a list (JSON lines); one alone is a single object.
    func endLoose(_ file: InputFile) {
        for (key, count) in loose {
            book.note(key, folder: file.folder, place: file.path) { part in
                if count > 1 { part.lists += 1 } else { part.singles += 1 }
            }
        }
        loose = [:]
    }

    private func open(
        _ plan: EntityPlan, _ parentIds: [String], _ isSelection: Bool, _ file: InputFile
    ) throws -> OpenDocument {
        let parents = try parentIds.map { try writer.idents.key($0) }
        let key = CollectionKey(entity: plan.entity.name, parent: parents.last)
        pages.draft?.open = PageDocument(plan, parents: parents)
        if isSelection {
            pages.draft?.isPlain = false
            book.note(key, folder: file.folder, place: file.path) { $0.isSelection = true }
        }
        return OpenDocument(plan: plan, parents: parents, key: key)
    }

    private func take(
        _ part: Harvest.Part, _ document: OpenDocument, _ file: InputFile, _ cursor: inout RowCursor
    ) throws {
        let entity = document.plan.entity
        for _ in 0..<part.rowCount { try takeRow(document, file, &cursor) }
        refusedState += part.refusedState
        if part.skipped + part.refused > 0 { count(entity) { $0.skipped += part.skipped + part.refused } }
        if part.refused > 0 {
            book.note(document.key, folder: file.folder, place: file.path) { $0.refused += part.refused }
        }
        document.items += part.items
        fields[entity.name, default: FieldCounts()].add(part.fields)
        for (entity, columns) in part.unfit { unfit[entity, default: [:]].merge(columns) { $0 + $1 } }
        pages.draft?.open?.fields += part.fields.seen
        pages.draft?.open?.unknown.merge(part.fields.unknown) { $0 + $1 }
        let isPlain =
            part.unfit.isEmpty && part.fields.others == 0 && part.tenants.isEmpty && part.refusedState == 0
        if !isPlain { pages.draft?.isPlain = false }
        guard let end = part.end else { return }
        self.document = nil
        closeDraft(end, items: document.items)
        close(document, end, file)
    }

    private func closeDraft(_ end: Harvest.DocumentEnd, items: Int) {
        pages.draft?.open?.told = recorder.takeTold()
        pages.draft?.open?.fields.sort()
        if let document = pages.draft?.open { pages.read(document) }
        pages.draft?.close(end, items: items)
    }

    func close(_ document: OpenDocument, _ end: Harvest.DocumentEnd, _ file: InputFile) {
        if document.plan.entity.name == "userSponsors", let user = document.parents.last {
            sponsors[user, default: []] += []
        }
        count(document.plan.entity) { $0.files += 1 }
        switch end {
        case .object: loose[document.key, default: 0] += 1
        case .list: book.note(document.key, folder: file.folder, place: file.path) { $0.lists += 1 }
        case .page(let isLast, let isDelta, let count):
            book.note(document.key, folder: file.folder, place: file.path) { part in
                part.pages += 1
                part.lastPages += isLast ? 1 : 0
                part.items += document.items
                part.isDelta = part.isDelta || isDelta
                part.count = [part.count, count].compactMap { $0 }.max()
            }
        }
    }

    private func checkTenant(_ id: String) throws {
        let found = Identifier.normalized(id)
        let known = try tenant ?? writer.tenantId() ?? found
        guard known == found else { throw StoreError.otherTenant(known: known, found: found) }
        tenant = known
    }
}

/// A document of which parts are being taken.
final class OpenDocument {
    let plan: EntityPlan
    /// What the collection hangs on, from the outside in, as context or folder tell it.
    let parents: [Int64]
    let key: CollectionKey
    var items = 0

    init(plan: EntityPlan, parents: [Int64], key: CollectionKey) {
        self.plan = plan
        self.parents = parents
        self.key = key
    }
}
