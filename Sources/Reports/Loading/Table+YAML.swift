extension Table {
    /// One table, or with `from: REPORT` all those of another one, with their queries.
    ///
    /// - Parameter shared: common table expressions that every table of the report may use.
    static func all(
        _ item: YAMLReader, with shared: String?, _ others: (String) throws(ReportsError) -> Report
    ) throws(ReportsError) -> [Table] {
        guard let from = item.optional("from") else { return [try Table(item, with: shared, others)] }
        try item.only(["from"])
        return try from.other(others).tables
    }

    private init(
        _ reader: YAMLReader, with shared: String?, _ others: (String) throws(ReportsError) -> Report
    ) throws(ReportsError) {
        try reader.only(["name", "title", "doc", "needs", "columns", "sql", "layout"])
        let name = try reader.required("name")
        guard try name.text().isName else { throw name.error("small letters, digits and - only") }
        let list = try reader.required("columns")
        var read: [(column: Column, item: YAMLReader)] = []
        for item in try list.items() {
            for column in try Table.columns(item, others) {
                guard !read.contains(where: { $0.column.name == column.name }) else {
                    throw item.error("a column before it is called \"\(column.name)\" too")
                }
                read.append((column, item))
            }
        }
        guard !read.isEmpty else { throw list.error("a table has at least one column") }
        try Table.check(read)
        let columns = read.map(\.column)
        let layout = try reader.optional("layout")?.choice(Layout.self) ?? .rows
        guard layout == .rows || columns.prefix(3).filter(\.page.shown).count == 3 else {
            throw list.error(
                "facts have a topic, a fact and what it is, the first three columns, and show them")
        }
        self.init(
            name: try name.text(), title: try reader.required("title").text(),
            doc: try reader.required("doc").text(), columns: columns,
            needs: try reader.optional("needs")?.texts() ?? [],
            sql: try reader.optional("sql").map { (item) throws(ReportsError) in
                Table.query(try item.text(), with: shared)
            }, layout: layout)
    }

    /// The query behind the shared expressions; it may have more of its own.
    private static func query(_ sql: String, with shared: String?) -> String {
        guard let shared else { return sql }
        let own = sql.hasPrefix("WITH") && sql.dropFirst(4).first?.isWhitespace == true
        return "WITH\n" + shared + (own ? ",\n" + sql.dropFirst(4) : "\n" + sql)
    }

    /// One column, or with `from: REPORT` all those of another report's first table; `hidden` are not shown unasked.
    private static func columns(
        _ item: YAMLReader, _ others: (String) throws(ReportsError) -> Report
    ) throws(ReportsError) -> [Column] {
        guard let from = item.optional("from") else { return [try Column(item)] }
        try item.only(["from", "hidden"])
        let columns = try from.other(others).tables[0].columns
        let hidden = try item.optional("hidden")?.texts() ?? []
        if let unknown = hidden.first(where: { name in !columns.contains { $0.name == name } }) {
            throw item.error("\(try from.text()) has no column \"\(unknown)\"")
        }
        return columns.map { hidden.contains($0.name) ? $0.hidden : $0 }
    }

    /// The columns that a column names must be there.
    private static func check(_ read: [(column: Column, item: YAMLReader)]) throws(ReportsError) {
        for (column, item) in read {
            for other in column.page.below + [column.page.stands].compactMap(\.self)
            where !read.contains(where: { $0.column.name == other }) {
                throw item.error("it names the column \"\(other)\", which the table does not have")
            }
        }
    }
}

extension Column {
    fileprivate init(_ reader: YAMLReader) throws(ReportsError) {
        try reader.only([
            "name", "title", "type", "doc", "words", "shown", "below", "stands", "marked", "wide", "entry",
        ])
        let type = try reader.required("type").choice(ColumnType.self)
        let list = reader.optional("words")
        let sharedWords = try list.flatMap { (item) throws(ReportsError) in try Column.sharedWords(item) }
        let words = sharedWords == nil ? try list?.pairs() ?? [] : []
        guard (type == .word) == (list != nil) else {
            throw reader.error("\"words\" belong to the type word, and only to it")
        }
        let marked = reader.optional("marked")
        let entry = try reader.optional("entry").map { (item) throws(ReportsError) in try Entry(item) }
        for word in try marked?.texts() ?? []
        where sharedWords == nil && !words.contains(where: { $0.key == word }) {
            throw reader.error("\"\(word)\" is marked, but is none of its words")
        }
        self.init(
            name: try reader.required("name").identifier(), title: try reader.required("title").text(),
            type: type, doc: try reader.required("doc").text(),
            words: words.map { Word(word: $0.key, text: $0.value) },
            sharedWords: sharedWords,
            page: PagePlace(
                shown: try reader.optional("shown")?.flag() ?? (entry != nil),
                below: try reader.optional("below")?.texts() ?? [],
                stands: try reader.optional("stands")?.text(), marked: try marked?.texts() ?? [],
                isWide: try reader.optional("wide")?.flag() ?? false),
            entry: entry)
    }
}

extension Column {
    /// `words: collections` or the like instead of words.
    private static func sharedWords(_ item: YAMLReader) throws(ReportsError) -> SharedWords? {
        guard item.isText else { return nil }
        guard let shared = SharedWords(rawValue: try item.text()) else {
            let names = SharedWords.allCases.map(\.rawValue).joined(separator: ", ")
            throw item.error("words with texts, or: \(names)")
        }
        return shared
    }
}

extension Entry {
    /// `text`, or the list of what may be chosen.
    fileprivate init(_ reader: YAMLReader) throws(ReportsError) {
        if reader.isText {
            guard try reader.text() == "text" else { throw reader.error("text, or a list of choices") }
            self = .text
        } else {
            self = .choice(try reader.texts())
        }
    }
}
