/// What collections are called is stated once for all reports, in the language of the pages.
extension Report {
    /// The report whose columns of collections have these words.
    func naming(_ collections: [Word]) -> Report {
        with(tables.map { $0.naming(collections) })
    }
}

extension Table {
    func naming(_ collections: [Word]) -> Table {
        Table(
            name: name, title: title, doc: doc, columns: columns.map { $0.naming(collections) }, needs: needs,
            sql: sql, layout: layout)
    }
}

extension Column {
    fileprivate func naming(_ collections: [Word]) -> Column {
        guard namesCollections else { return self }
        return Column(
            name: name, title: title, type: type, doc: doc, words: collections, namesCollections: true,
            page: page, entry: entry)
    }
}
