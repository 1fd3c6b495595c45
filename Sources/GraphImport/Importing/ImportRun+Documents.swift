import Store

/// Documents, part by part.
extension ImportRun {
    func open(
        _ plan: EntityPlan, _ parentIds: [String], _ extent: Harvest.Extent, _ file: InputFile, place: Int64?
    ) throws -> OpenDocument {
        let parents = try parentIds.map { try writer.idents.key($0) }
        let key = CollectionKey(plan, parent: parents.last)
        pages.draft?.open = PageDocument(plan, parents: parents)
        if plan.isAspect { openAspect(plan) }
        // What was asked for changes is not known again: it says nothing of what it leaves out.
        if extent != .collection { pages.draft?.isPlain = false }
        if extent == .selection {
            book.note(key, file) { $0.isSelection = true }
        }
        // Of a file of many documents they would be many for each.
        let isFirst = pages.draft?.documents.isEmpty ?? true
        let document = OpenDocument(
            plan: plan, parents: parents, key: key, isDelta: extent == .changes,
            earlier: try pages.earlier(at: isFirst ? place : nil, plan, parents: parents))
        let told = document.earlier.told
        if !told.contains(where: { writer.hasChanged($0.key, keys: $0.value) }) {
            document.newsBefore = writer.toldNews
        }
        return document
    }

    func take(
        _ part: Harvest.Part, _ document: OpenDocument, _ file: InputFile, _ cursor: inout RowCursor
    ) throws {
        for _ in 0..<part.rowCount { try takeRow(document, file, &cursor) }
        if part.rowCount > 0, !document.plan.isAspect { count(document.plan) { $0.items += part.rowCount } }
        refusedState += part.refusedState
        if let leavesOut = part.leavesOut {
            document.leavesOut = leavesOut
            pages.draft?.isPlain = false
        }
        if part.skipped + part.refused > 0 {
            count(document.plan) { $0.skipped += part.skipped + part.refused }
        }
        if part.refused > 0 {
            book.note(document.key, file) { $0.refused += part.refused }
        }
        document.items += part.items
        fields[document.plan.entity.name, default: FieldCounts()].add(part.fields)
        for (entity, columns) in part.unfit { unfit[entity, default: [:]].merge(columns) { $0 + $1 } }
        pages.draft?.open?.fields += part.fields.seen
        pages.draft?.open?.unknown.merge(part.fields.unknown) { $0 + $1 }
        let isPlain =
            part.unfit.isEmpty && part.fields.others == 0 && part.tenants.isEmpty && part.refusedState == 0
        if !isPlain { pages.draft?.isPlain = false }
        try lookUpUnread(document, isEnd: part.end != nil)
        guard let end = part.end else { return }
        self.document = nil
        closeDraft(document, end)
        close(document, end, file)
    }

    private func closeDraft(_ document: OpenDocument, _ end: Harvest.DocumentEnd) {
        var told = recorder.takeTold()
        if document.recallsEarlier {
            for (source, keys) in document.earlier.told {
                // Of the others each row was asked.
                writer.recall(source, keys: keys.filter { !writer.hasChanged(source, keys: [$0]) })
                told[source] = ImportRun.union(told[source] ?? [], keys)
            }
        }
        pages.draft?.open?.told = told
        pages.draft?.open?.fields.sort()
        if let document = pages.draft?.open { pages.read(document) }
        pages.draft?.close(end, items: document.items)
    }

    private static func union(_ told: [Int64], _ earlier: [Int64]) -> [Int64] {
        var keys = told + earlier
        guard !keys.isEmpty else { return [] }
        keys.sort()
        var kept = 1
        for place in 1..<keys.count where keys[place] != keys[kept - 1] {
            keys[kept] = keys[place]
            kept += 1
        }
        keys.removeLast(keys.count - kept)
        return keys
    }

    func close(_ document: OpenDocument, _ end: Harvest.DocumentEnd, _ file: InputFile) {
        if document.plan.number == EntityPlan.userSponsors?.number, let user = document.parents.last {
            sponsors[user, default: Sponsors(file: file)].references += []
        }
        count(document.plan) { $0.files += 1 }
        switch end {
        case .object: loose[document.key, default: 0] += 1
        case .list:
            let isExported = PathIndex.shared.match(RequestPath(file: file.components))?.isExported ?? false
            let folder = file.collectionFolder(isExported: isExported)
            book.note(document.key, file, in: PartFolder(folder)) { part in
                part.lists += 1
                part.leavesOut = document.leavesOut
            }
        case .page(let isLast, let isDelta, let count):
            // Changes are a collection's part of their own, wherever they lie.
            book.note(document.key, file, in: PartFolder(file.place, isDelta: isDelta)) { part in
                part.pages += 1
                part.lastPages += isLast ? 1 : 0
                part.items += document.items
                part.isDelta = part.isDelta || isDelta
                part.count = [part.count, count].compactMap { $0 }.max()
            }
        }
    }
}
