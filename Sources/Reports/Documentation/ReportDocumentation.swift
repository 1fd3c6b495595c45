/// Reports with their tables and columns as Markdown, from the files that make them.
public struct ReportDocumentation {
    private let reports: [Report]

    /// - Parameter reports: in their order.
    public init(_ reports: [Report]) {
        self.reports = reports
    }

    public var markdown: String {
        let head = """
            # The reports
            Made by `tenure report describe --markdown`. The names of reports, tables and columns are an interface: they \
            stay as they are, or [CHANGELOG.md](../CHANGELOG.md) says so. In CSV an absent fact is an empty cell, in JSON \
            null; [manual.md](manual.md#files) tells the rest of the formats.
            """
        return ([head] + reports.map(ReportDocumentation.section)).joined(separator: "\n\n") + "\n"
    }

    /// One report, with its tables.
    public static func section(_ report: Report) -> String {
        var parts = ["## \(report.name)", "**\(report.title).** \(report.doc)"]
        if !report.parameters.isEmpty { parts.append(parameters(report)) }
        for (index, table) in report.tables.enumerated() {
            let file = CSVFormat.fileName(report: report.name, table: table.name, isFirst: index == 0)
            parts += [
                "### \(report.name).\(table.name)", "\(table.doc) CSV: `\(file)`.\(needs(table))",
                columns(table),
            ]
        }
        return parts.joined(separator: "\n\n")
    }

    private static func parameters(_ report: Report) -> String {
        let lines = report.parameters.map { parameter in
            let values =
                parameter.values.isEmpty
                ? "" : ": " + parameter.values.map { "`\($0)`" }.joined(separator: ", ")
            let standard = parameter.standard.map { "`\($0)`" } ?? ""
            return
                "| \(parameter.name) | \(parameter.kind.rawValue)\(values) | \(standard) | \(cell(parameter.doc)) |"
        }
        return (["| parameter | type | unless said | meaning |", "| --- | --- | --- | --- |"] + lines)
            .joined(separator: "\n")
    }

    private static func needs(_ table: Table) -> String {
        table.needs.isEmpty ? "" : " Needs \(table.needs.joined(separator: ", "))."
    }

    private static func columns(_ table: Table) -> String {
        let lines = table.columns.map { column in
            let words = column.words.map { "`\($0.word)`: \($0.text)" }.joined(separator: "; ")
            let doc = words.isEmpty ? column.doc : "\(column.doc) \(words)"
            return "| \(column.name) | \(column.type.rawValue) | \(cell(column.title)) | \(cell(doc)) |"
        }
        return (["| column | type | on a page | meaning |", "| --- | --- | --- | --- |"] + lines)
            .joined(separator: "\n")
    }

    private static func cell(_ text: String) -> String {
        text.replacing("|", with: "\\|").replacing("\n", with: " ")
    }
}
