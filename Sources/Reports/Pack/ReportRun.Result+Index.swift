/// A report as the index of a pack tells it.
extension ReportRun.Result {
    /// Without the folder.
    var fileNames: [String] {
        files.map { String($0[($0.lastIndex(of: "/").map($0.index(after:)) ?? $0.startIndex)...]) }
    }

    /// What the template names.
    var values: [String: Any] {
        let page = fileNames.first { $0.hasSuffix(".html") }
        let lacking = header.completeness.filter { $0.state != .complete }.map(\.need)
        return [
            "title": report.title, "doc": report.doc, "hasPage": page != nil, "page": page ?? "",
            "isComplete": lacking.isEmpty, "lacking": lacking,
            "isSingle": rowCounts.count == 1,
            "tables": zip(report.tables, rowCounts).map { table, count -> [String: Any] in
                [
                    "title": table.title, "rows": PageValues.grouped(count), "isEmpty": count == 0,
                    "isOne": count == 1,
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
