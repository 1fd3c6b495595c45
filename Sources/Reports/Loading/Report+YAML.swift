extension Report {
    /// Reads a report file. Whatever is not understood is refused, with file, line and key.
    ///
    /// - Parameter others: another report, of which columns or tables are taken over, for `from: access`.
    public init(
        name: String, yaml: String, file: String,
        others: (String) throws(ReportsError) -> Report = { (name) throws(ReportsError) in
            throw .noSuchReport(name: name, known: [])
        }
    ) throws(ReportsError) {
        let reader = try YAMLReader(yaml, file: file)
        try reader.only([
            "title", "doc", "order", "parameters", "with", "once", "tables", "charts", "attestation", "each",
        ])
        guard name.isReportName else {
            throw reader.error(
                "the file name \"\(name)\" may hold small letters, digits and - only, and not be index or tenure"
            )
        }
        var parameters: [Parameter] = []
        for item in try reader.optional("parameters")?.items() ?? [] {
            parameters.append(try Parameter(item))
        }
        let shared = try reader.optional("with")?.text()
        let list = try reader.required("tables")
        var tables: [Table] = []
        for item in try list.items() {
            for table in try Table.all(item, with: shared, others) {
                guard !tables.contains(where: { $0.name == table.name }) else {
                    throw item.error("a table before it is called \"\(table.name)\" too")
                }
                tables.append(table)
            }
        }
        guard !tables.isEmpty else { throw list.error("a report has at least one table") }
        self.init(
            name: name, title: try reader.required("title").text(), doc: try reader.required("doc").text(),
            parameters: parameters, tables: tables, charts: try Chart.all(reader, of: tables),
            order: try reader.optional("order")?.number() ?? 1000,
            attestation: try reader.optional("attestation")?.text(),
            each: try reader.optional("each").map { (item) throws(ReportsError) in
                try Each(item, parameters)
            }, once: try Once.all(reader, others))
    }
}

extension Parameter {
    fileprivate init(_ reader: YAMLReader) throws(ReportsError) {
        try reader.only(["name", "title", "type", "doc", "default", "values", "words"])
        let kind = try reader.required("type").choice(Kind.self)
        let values = try reader.optional("values")?.texts() ?? []
        guard (kind == .enum || kind == .list) == !values.isEmpty else {
            throw reader.error("\"values\" belong to the types enum and list, and only to them")
        }
        self.init(
            name: try reader.required("name").identifier(), kind: kind,
            title: try reader.optional("title")?.text(), doc: try reader.required("doc").text(),
            standard: try reader.optional("default")?.text(), values: values,
            words: (try reader.optional("words")?.pairs() ?? []).map { Word(word: $0.key, text: $0.value) })
    }
}
