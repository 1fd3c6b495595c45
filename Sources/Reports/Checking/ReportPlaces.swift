/// Where things stand in a report file that has been read, to tell what is wrong with them.
struct ReportPlaces {
    /// By the name of a table: its query, else the table itself.
    private let queries: [String: YAMLReader]
    /// Where what is taken over from another report is named.
    private let tables: YAMLReader
    private let needs: [YAMLReader]
    private let defaults: [YAMLReader?]

    init(_ file: ResourceFolder.Resource) throws(ReportsError) {
        let reader = try YAMLReader(file.text, file: file.place)
        tables = try reader.required("tables")
        var queries: [String: YAMLReader] = [:]
        queries[EachList.place] = reader.optional("each")?.optional("sql")
        var needs: [YAMLReader] = []
        for table in try tables.items() + (reader.optional("once")?.items() ?? []) {
            guard let name = table.optional("name") else { continue }
            queries[try name.text()] = table.optional("sql") ?? table
            needs += try table.optional("needs")?.items() ?? []
        }
        self.queries = queries
        self.needs = needs
        defaults = try reader.optional("parameters")?.items().map { $0.optional("default") } ?? []
    }

    /// Where the query of a table stands.
    func query(_ table: String) -> YAMLReader {
        queries[table] ?? tables
    }

    func unknownNeeds(_ known: [String]) throws(ReportsError) -> [ReportsError] {
        var faults: [ReportsError] = []
        for need in needs {
            let name = try need.text()
            guard !known.contains(name) else { continue }
            faults.append(
                need.error("no collection is called \"\(name)\"; `tenure entities` lists them"))
        }
        return faults
    }

    /// Defaults that are none of what their parameter may be.
    func misfits(_ report: Report) -> [ReportsError] {
        zip(report.parameters, defaults).compactMap { parameter, place in
            guard let place, let text = parameter.standard, ParameterValues.stored(text, parameter) == nil
            else { return nil }
            return place.error("\"\(text)\" is no \(parameter.expected)")
        }
    }
}
