extension Once {
    /// The tables of a report, or with `from: REPORT` those of another one.
    static func all(
        _ report: YAMLReader, _ others: (String) throws(ReportsError) -> Report
    ) throws(ReportsError) -> [Once] {
        var list: [Once] = []
        for item in try report.optional("once")?.items() ?? [] {
            if let from = item.optional("from") {
                try item.only(["from"])
                list += try from.other(others).once
            } else {
                try item.only(["name", "sql", "index"])
                list.append(
                    Once(
                        name: try item.required("name").identifier(), sql: try item.required("sql").text(),
                        index: try item.optional("index")?.identifiers() ?? []))
            }
        }
        return list
    }
}

extension Each {
    init(_ reader: YAMLReader, _ parameters: [Parameter]) throws(ReportsError) {
        try reader.only(["parameter", "sql", "summary"])
        let parameter = try reader.required("parameter")
        let name = try parameter.text()
        guard parameters.contains(where: { $0.name == name }) else {
            throw parameter.error("the report has no parameter \"\(name)\"")
        }
        self.init(
            parameter: name, sql: try reader.required("sql").text(),
            summary: try reader.optional("summary")?.text())
    }
}

extension YAMLReader {
    /// Another report, of which this one takes something over.
    func other(_ others: (String) throws(ReportsError) -> Report) throws(ReportsError) -> Report {
        do {
            return try others(try text())
        } catch {
            throw self.error("nothing can be taken from another report: \(error)")
        }
    }

    fileprivate func identifiers() throws(ReportsError) -> [String] {
        var names: [String] = []
        for item in try items() { names.append(try item.identifier()) }
        return names
    }
}
