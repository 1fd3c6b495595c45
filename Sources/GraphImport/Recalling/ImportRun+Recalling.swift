import Store

/// Pages that are known again.
extension ImportRun {
    /// Takes a page that told before what it tells now: nothing new. Where another page of this import told of the
    /// same objects, it is read after all, since the last word counts.
    func recall(_ hash: PageHash, of number: Int) throws {
        let documents = PageDocument.all(try pages.book.content(of: hash), pages.book)
        guard !documents.isEmpty, try !documents.contains(where: isOvertaken) else {
            return try readAgain(number)
        }
        for document in documents { try recall(document, files[number]) }
        endLoose(files[number])
        pages.recall(hash, documents)
    }

    private func isOvertaken(_ document: PageDocument) throws -> Bool {
        let parent = document.plan.shape.isChild ? document.parents.last : nil
        if writer.hasTold(try recorder.table(document.plan), parent: parent, keys: document.keys) {
            return true
        }
        for list in document.lists {
            let parent = list.plan.shape.isChild ? list.parent : nil
            if writer.hasTold(try recorder.table(list.plan), parent: parent, keys: list.keys) { return true }
        }
        return document.told.contains { writer.hasChanged($0.key, keys: $0.value) }
    }

    private func recall(_ document: PageDocument, _ file: InputFile) throws {
        let plan = document.plan
        let key = CollectionKey(plan, parent: document.parents.last)
        try recall(plan, key, document.keys)
        recallFields(document)
        for list in document.lists {
            let key = CollectionKey(list.plan, parent: list.parent)
            try recall(list.plan, key, list.keys)
            note(key, isWhole: list.isWhole, isCut: list.isCut, refused: 0, file)
        }
        for (source, keys) in document.told { writer.recall(source, keys: keys) }
        let open = OpenDocument(plan: plan, parents: document.parents, key: key)
        open.items = document.items
        close(open, document.end, file)
    }

    /// Most pages of an entity have the same fields.
    private func recallFields(_ document: PageDocument) {
        let name = document.plan.entity.name
        let isNew = recalledFields[name, default: []].insert(document.fieldsNumber ?? 0).inserted
        guard isNew || !document.unknown.isEmpty else { return }
        fields[name, default: FieldCounts()]
            .add(FieldCounts(seen: document.fields, unknown: document.unknown))
    }

    private func recall(_ plan: EntityPlan, _ key: CollectionKey, _ keys: [Int64]) throws {
        writer.recall(
            try recorder.table(plan), parent: plan.shape.isChild ? key.parent : nil, keys: keys,
            collection: book.number(key))
        if !keys.isEmpty { count(plan) { $0.items += keys.count } }
    }

    /// Takes an object that says what it said before, on a page that does not.
    ///
    /// - Returns: false when that is not known, or another page of this import told of it.
    func recallRow(_ print: UInt64, _ document: OpenDocument, _ cursor: RowCursor) throws -> Bool {
        guard let key = document.earlier.keys[print] else { return false }
        let plan = document.plan
        let parent = plan.shape.isChild ? document.parents.last : nil
        let table = try recorder.table(plan)
        guard !writer.hasTold(table, parent: parent, key: key) else { return false }
        if document.newsBefore != writer.toldNews, recorder.tellsNews(plan, cursor) {
            var row = cursor
            try recorder.recallTold(plan, key: key, &row, isLate: false)
        } else {
            document.unread.append((key, cursor))
        }
        writer.recall(table, parent: parent, key: key, collection: number(document))
        pages.draft?.open?.keys.append(key)
        return true
    }

    /// Looks up whom known rows tell of, before the rows end.
    ///
    /// - Parameter isEnd: whether no more rows of the document come: then those alone matter of whom something new
    ///   was told after the row; the others are among those of whom the page told before.
    func lookUpUnread(_ document: OpenDocument, isEnd: Bool) throws {
        let isQuiet = document.newsBefore == writer.toldNews
        for (key, row) in document.unread {
            if isEnd, isQuiet || !recorder.tellsNews(document.plan, row) {
                document.recallsEarlier = true
                continue
            }
            var row = row
            try recorder.recallTold(document.plan, key: key, &row, isLate: true)
        }
        document.unread = []
    }

    /// Reads a file here and now that readers did not read because they know it.
    private func readAgain(_ number: Int) throws {
        let harvester = Harvester(eventsOnly: eventsOnly, rowPrint: pages.book.rowPrint)
        harvester.handOver = { [self] harvest in
            try take(harvest)
            harvest.removeAll()
            return harvest
        }
        let file = files[number]
        let buffer = FileBytes()
        let bytes = try buffer.read(file)
        let place = PagePlace(file)
        try harvester.read(
            file, FileFormat(file, bytes) ?? .json, number: number, bytes,
            hash: try bytes.flatMap { _ in try place.hash(pages.book.pageKey, buffer) },
            place: place.number(pages.book.rowPrint))
        try take(harvester.harvest)
    }
}
