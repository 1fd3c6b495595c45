import JSONText
import Store

/// Rows of documents: recorded or left aside, and counted in any case.
extension ImportRun {
    func takeRow(_ document: OpenDocument, _ file: InputFile, _ cursor: inout RowCursor) throws {
        let plan = document.plan
        if plan.isAspect { return try takeAspect(document, file, &cursor) }
        let length = cursor.count()
        let print = cursor.print()
        if document.isDelta { pages.contest(plan.entity.name) }
        if length == 0 { return try takeRemoval(document, &cursor) }
        pages.draft?.open?.prints.append(print)
        if print != 0, try recallRow(print, document, cursor) { return cursor.skip(length) }
        let row = try recorder.record(
            plan, parents: document.parents, collection: number(document), &cursor)
        if row.isElsewhere { pages.contest(plan.entity.name) }
        say(row.lacking, plan, line: row.line, file)
        if document.isDelta { removals.take(back: plan, parent: nil, key: row.key) }
        if row.isNew { origins.add(plan, parent: document.parents.last, row.key) }
        pages.draft?.open?.keys.append(row.key)
        try takeLists(of: row, plan, file, &cursor)
    }

    /// The number of the document's collection.
    func number(_ document: OpenDocument) -> Int64 {
        if let known = document.collection { return known }
        let number = book.number(document.key)
        document.collection = number
        return number
    }

    /// An object that is kept, but is in no row, is said.
    private func say(_ lacking: Int?, _ plan: EntityPlan, line: Int, _ file: InputFile) {
        guard let lacking else { return }
        let keys = plan.fields[lacking].field.sources.map { $0.joined(separator: ".") }
            .joined(separator: " or ")
        remark(
            .incomplete, file.path, line: line, "\(plan.entity.name) without \(keys): it is in no row")
        countIncomplete(plan.entity.name)
    }

    /// Lists within an object are collections of their own.
    private func takeLists(
        of row: RowRecorder.Row, _ plan: EntityPlan, _ file: InputFile, _ cursor: inout RowCursor
    ) throws {
        for _ in 0..<cursor.count() {
            let inline = plan.entity.inlines[cursor.count()]
            let isList = cursor.count() == 1
            let name = cursor.optionalText().map { String(decoding: $0, as: UTF8.self) } ?? ""
            guard isList else {
                remark(.leftAside, file.path, line: row.line, "\(plan.entity.name).\(name) is no list")
                continue
            }
            let isCut = cursor.count() == 1
            let (written, refused) = (cursor.count(), cursor.count())
            guard let child = EntityPlan.byName[inline.entity] else { continue }
            let key = CollectionKey(child, parent: row.key)
            if inline.isDelta { pages.contest(child.entity.name) }
            var list = PageDocument.List(
                plan: child, parent: row.key, isWhole: inline.isWhole, isCut: isCut, keys: [])
            for _ in 0..<written {
                if inline.isDelta, cursor.count() == 1 {
                    try takeRemoval(child, parent: row.key, &cursor)
                    continue
                }
                let element = try recorder.record(
                    child, parents: [row.key], collection: book.number(key), &cursor)
                if element.isNew { origins.add(child, parent: row.key, element.key) }
                say(element.lacking, child, line: row.line, file)
                // Elements have no lists of their own.
                _ = cursor.count()
                if inline.isDelta { removals.take(back: child, parent: row.key, key: element.key) }
                list.keys.append(element.key)
            }
            if written > 0 { count(child) { $0.items += written } }
            for _ in 0..<refused {
                remark(.refused, file.path, line: row.line, "\(child.entity.name) without an id")
            }
            if refused > 0 { count(child) { $0.skipped += refused } }
            pages.draft?.open?.lists.append(list)
            note(key, inline, isCut: isCut, refused: refused, file)
        }
    }

    private func note(
        _ key: CollectionKey, _ inline: Entity.Inline, isCut: Bool, refused: Int, _ file: InputFile
    ) {
        note(key, isWhole: inline.isWhole, isCut: isCut, refused: refused, file)
        if inline.isDelta {
            book.note(key, file) { $0.isDelta = true }
        }
    }

    func note(_ key: CollectionKey, isWhole: Bool, isCut: Bool, refused: Int, _ file: InputFile) {
        book.note(key, file) { part in
            part.refused += refused
            if isCut { part.isCut = true }
            if isWhole { part.lists += 1 } else { part.singles += 1 }
        }
    }
}
