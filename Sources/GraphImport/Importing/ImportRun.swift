import JSONText
import Model
import Store

/// One import while it goes on: files in, rows and a book of collections out.
final class ImportRun {
    let writer: SnapshotWriter
    let recorder: ItemRecorder
    let eventsOnly: Bool
    let shapes = Dictionary(uniqueKeysWithValues: Entity.all.map { ($0.name, $0.shape) })
    var book = CollectionBook()
    var watches: [String: KeyWatch] = [:]
    var counts: [String: ImportedCounts] = [:]
    private var remarkBook = RemarkBook()
    var refusedState = 0
    /// Sponsors that were read by user, page after page.
    var sponsors: [Int64: [String]] = [:]

    init(writer: SnapshotWriter, eventsOnly: Bool) {
        self.writer = writer
        self.eventsOnly = eventsOnly
        recorder = ItemRecorder(writer: writer)
    }

    var remarks: [Remark] { remarkBook.all }

    func remark(_ kind: Remark.Kind, _ file: String, line: @autoclosure () -> Int? = nil, _ reason: String) {
        remarkBook.add(kind, file, line: line(), reason)
    }

    func countIncomplete(_ entity: String) {
        counts[entity, default: ImportedCounts(entity: entity)].incomplete += 1
    }

    /// What was done, by entity, with the number of its collections.
    func countsByEntity() -> [ImportedCounts] {
        var counts = counts
        for key in book.collections.keys where key.parent != -1 {
            counts[key.entity, default: ImportedCounts(entity: key.entity)].collections += 1
        }
        return counts.values.sorted { $0.entity < $1.entity }
    }

    /// Takes a file in. A broken one is refused as a whole; the others go on.
    func take(_ file: InputFile) throws {
        guard Sniffer.isJSON(file) else {
            remark(.leftAside, file.path, "no JSON")
            return
        }
        var loose: [CollectionKey: Int] = [:]
        do {
            try JSONFile(path: file.path).read { document in
                try take(document, of: file, loose: &loose)
            }
        } catch let error as JSONTextError {
            // Rows were made of what is no longer there: the whole import is given up.
            if case .changed = error { throw error }
            let (place, reason) = error.split(from: file.path)
            remark(.refused, place, reason)
            return
        }
        // Several objects in one file are a list (JSON lines); one alone is a single object.
        for (key, count) in loose {
            book.note(key, folder: file.folder, place: file.path) { part in
                if count > 1 { part.lists += 1 } else { part.singles += 1 }
            }
        }
    }

    private func take(_ document: JSONDocument, of file: InputFile, loose: inout [CollectionKey: Int]) throws
    {
        let path = RequestPath(file: file.components)
        var target: Target?
        var items = 0
        try document.forEachItem { item in
            if target == nil { target = try aim(document, first: item.value, path, file) }
            guard case .rows(let entity, let shape, let parents, let key) = target else { return }
            items += 1
            try take(item, entity, shape, parents, key, file)
        }
        if target == nil { target = try aim(document, first: nil, path, file) }
        guard case .rows(let entity, _, let parents, let key) = target else { return }
        if entity.name == "userSponsors", let parent = parents.last { sponsors[parent, default: []] += [] }
        counts[entity.name, default: ImportedCounts(entity: entity.name)].files += 1
        switch document.shape {
        case .object: loose[key, default: 0] += 1
        case .array: book.note(key, folder: file.folder, place: file.path) { $0.lists += 1 }
        case .page, .scalar:
            let next = document.envelope.member("@odata.nextLink")
            let isDelta = document.envelope.member("@odata.deltaLink") != nil
            let count = document.envelope.member("@odata.count")?.int
            book.note(key, folder: file.folder, place: file.path) { part in
                part.pages += 1
                part.lastPages += next?.isNull ?? true ? 1 : 0
                part.items += items
                part.isDelta = part.isDelta || isDelta
                part.count = [part.count, count].compactMap { $0 }.max()
            }
        }
    }

    private enum Target {
        case rows(Entity, TableShape, parents: [Int64], CollectionKey)
        case nothing
    }

    /// Finds out where the document's items go.
    private func aim(
        _ document: JSONDocument, first: JSONValue?, _ path: RequestPath, _ file: InputFile
    ) throws -> Target {
        switch Classifier.classify(document, first: first, path: path) {
        case .leftAside(let reason):
            remark(.leftAside, file.path, reason)
            return .nothing
        case .selection(let entity):
            guard let shape = shapes[entity.name] else { return .nothing }
            let key = CollectionKey(entity: entity.name, parent: nil)
            book.note(key, folder: file.folder, place: file.path) { $0.isSelection = true }
            return .rows(entity, shape, parents: [], key)
        case .entity(let entity, let parentIds):
            guard let shape = shapes[entity.name] else { return .nothing }
            let parents = try parentIds.map { try writer.idents.key($0) }
            let key = CollectionKey(entity: entity.name, parent: parents.last)
            return .rows(entity, shape, parents: parents, key)
        }
    }
}
