/// A report as the index of a pack tells it.
extension ReportRun.Result {
    /// Without the folder.
    var fileNames: [String] {
        files.map(\.lastPathComponent)
    }

    /// What the template names.
    func values(_ texts: PageTexts) -> [String: Any] {
        let page = fileNames.first { $0.hasSuffix(".html") }
        let lacking = header.completeness.filter { $0.state != .complete }.map { texts.collection($0.need) }
        return [
            "title": report.title, "doc": report.doc, "hasPage": page != nil, "page": page ?? "",
            "isComplete": lacking.isEmpty, "lacking": lacking,
            "tables": zip(report.tables, rowCounts).map { table, count -> [String: Any] in
                let rows =
                    switch count {
                    case 0: texts["noRows"]
                    case 1: texts["oneRow"]
                    default: texts.filled("rowCount", ["total": PageValues.grouped(count)])
                    }
                let csv = csv(of: table)
                return ["title": table.title, "rows": rows, "hasCSV": csv != nil, "csv": csv ?? ""]
            },
            "files": fileNames.filter { !$0.hasSuffix(".csv") },
        ]
    }

    /// The file that holds the table's rows; nil where CSV was not asked for.
    private func csv(of table: Table) -> String? {
        let name = CSVFormat.fileName(
            report: report.name, table: table.name, isFirst: table == report.tables.first)
        return fileNames.first { $0 == name }
    }

    /// The same for programs.
    var json: JSONNode {
        .object([
            ("name", .text(report.name)), ("title", .text(report.title)),
            ("isComplete", .boolean(header.isComplete)),
            (
                "tables",
                .array(
                    zip(report.tables, rowCounts).map { table, count in
                        .object([
                            ("name", .text(table.name)), ("title", .text(table.title)),
                            ("rowCount", .integer(count)), ("csv", JSONNode(csv(of: table))),
                        ])
                    })
            ),
            ("files", .array(fileNames.map(JSONNode.text))),
        ])
    }
}

extension String {
    /// Of a path with slashes, what stands behind the last.
    var lastPathComponent: String {
        String(self[(lastIndex(of: "/").map(index(after:)) ?? startIndex)...])
    }
}
