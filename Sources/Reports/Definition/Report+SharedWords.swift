import Resolution

/// Words that all reports share are stated once, in the language of the pages.
extension Report {
    /// The report whose columns of shared words have these.
    func naming(_ shared: [SharedWords: [Word]]) -> Report {
        with(tables.map { $0.naming(shared) })
    }
}

extension Table {
    func naming(_ shared: [SharedWords: [Word]]) -> Table {
        Table(
            name: name, title: title, doc: doc, columns: columns.map { $0.naming(shared) }, needs: needs,
            sql: sql, layout: layout)
    }
}

extension Column {
    fileprivate func naming(_ shared: [SharedWords: [Word]]) -> Column {
        guard let sharedWords else { return self }
        return Column(
            name: name, title: title, type: type, doc: doc, words: shared[sharedWords] ?? [],
            sharedWords: sharedWords, page: page, entry: entry)
    }

    /// The words that a page explains: those that it says otherwise than the data, but for whole sentences.
    var explainedWords: [Word] {
        sharedWords == .shortfalls ? [] : words.filter { $0.word != $0.text }
    }
}

extension PageTexts {
    /// - Parameter shortfalls: all that there are.
    func sharedWords(_ shortfalls: [Shortfall] = []) -> [SharedWords: [Word]] {
        [
            .collections: collections,
            .shortfalls: shortfalls.map { Word(word: $0.description, text: said($0)) },
        ]
    }
}
