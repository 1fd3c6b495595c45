/// A report as the index of a pack tells it.
extension ReportRun.Result {
    /// Without the folder.
    var fileNames: [String] {
        files.map(\.lastPathComponent)
    }

    /// What the template names.
    func values(_ texts: PageTexts) -> [String: Any] {
        let page = fileNames.first { $0.hasSuffix(".html") }
        let lacking = header.completeness.filter { $0.state != .complete }.map(\.need)
        return [
            "title": report.title, "doc": report.doc, "hasPage": page != nil, "page": page ?? "",
            "isComplete": lacking.isEmpty, "lacking": lacking,
            "tables": zip(report.tables, rowCounts).map { table, count in
                [
                    "title": table.title,
                    "rows": count == 0
                        ? texts["noRows"]
                        : count == 1
                            ? texts["oneRow"]
                            : texts.filled("rowCount", ["total": PageValues.grouped(count)]),
                ]
            },
            "files": fileNames,
        ]
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
                            ("rowCount", .integer(count)),
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
