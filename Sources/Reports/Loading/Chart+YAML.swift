extension Chart {
    /// The charts of a report; what they name must be there.
    static func all(_ report: YAMLReader, of tables: [Table]) throws(ReportsError) -> [Chart] {
        var charts: [Chart] = []
        for item in try report.optional("charts")?.items() ?? [] {
            let chart = try Chart(item, tables)
            guard !charts.contains(where: { $0.name == chart.name }) else {
                throw item.error("a chart before it is called \"\(chart.name)\" too")
            }
            charts.append(chart)
        }
        return charts
    }

    private init(_ reader: YAMLReader, _ tables: [Table]) throws(ReportsError) {
        try reader.only(["name", "title", "doc", "kind", "table", "label", "value", "series"])
        let name = try reader.required("name")
        guard try name.text().isName else { throw name.error("small letters, digits and - only") }
        let place = try reader.required("table")
        let tableName = try place.text()
        guard let table = tables.first(where: { $0.name == tableName }) else {
            throw place.error("the report has no table \"\(tableName)\"")
        }
        let kind = try reader.required("kind").choice(Kind.self)
        let value = reader.optional("value")
        guard (value == nil) == (kind == .paths) else {
            throw reader.error("bars and columns need a \"value\", paths have none")
        }
        self.init(
            name: try name.text(), title: try reader.required("title").text(),
            doc: try reader.required("doc").text(), kind: kind, table: tableName,
            label: try reader.required("label").column(of: table, kind == .paths ? [.path] : nil),
            value: try value?.column(of: table, [.integer]),
            series: try reader.optional("series")?.column(of: table, [.word]))
    }
}

extension YAMLReader {
    /// The name of a column of the table, of one of these types.
    fileprivate func column(of table: Table, _ types: [ColumnType]?) throws(ReportsError) -> String {
        let name = try text()
        guard let column = table.columns.first(where: { $0.name == name }) else {
            throw error("the table \(table.name) has no column \"\(name)\"")
        }
        if let types, !types.contains(column.type) {
            let expected = types.map(\.rawValue).joined(separator: " or ")
            throw error("the column \(name) is of type \(column.type.rawValue), \(expected) is needed")
        }
        return name
    }
}
