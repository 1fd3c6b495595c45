import ArgumentParser
import Reports

struct DescribeReport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "describe", abstract: "Tell what a report answers and what its columns mean.")

    @OptionGroup var catalogue: CatalogueOptions
    @Argument(help: "The report's name. With --markdown all of them, unless it is given.") var name: String?
    @Flag(help: "Print the JSON Schema (2020-12) of the report's JSON.") var schema = false
    @Flag(help: "Print the description as Markdown.") var markdown = false

    func validate() throws {
        if name == nil, !markdown {
            throw ValidationError("which report? `tenure report --list` names them")
        }
        if markdown, schema { throw ValidationError("--markdown or --schema, not both") }
    }

    func run() throws {
        guard let name else {
            return print(ReportDocumentation(try catalogue.reports.all()).markdown, terminator: "")
        }
        let report = try catalogue.reports.report(name)
        if markdown {
            print(ReportDocumentation.section(report))
        } else {
            print(schema ? report.jsonSchema() : description(of: report), terminator: schema ? "" : "\n")
        }
    }

    private func description(of report: Report) -> String {
        var lines = ["\(report.name): \(report.title)", report.doc]
        for parameter in report.parameters {
            lines.append("  parameter \(parameter.name) (\(parameter.kind.rawValue)): \(parameter.doc)")
        }
        for table in report.tables {
            lines += [
                "", "table \(table.name): \(table.doc)", "needs \(table.needs.joined(separator: ", "))",
            ]
            let width = table.columns.map(\.name.count).max() ?? 0
            for column in table.columns {
                let words = column.words.map(\.word).joined(separator: ", ")
                lines.append(
                    "  \(column.name.padding(to: width))  \(column.doc)"
                        + (words.isEmpty ? "" : " (\(words))"))
            }
        }
        return lines.joined(separator: "\n")
    }
}
