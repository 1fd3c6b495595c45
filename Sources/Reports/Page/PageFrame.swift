import Crypto
import Foundation

/// What stands around the rows: the filled template, cut where each table's rows go.
struct PageFrame {
    /// One piece more than there are tables.
    let pieces: [String]

    init(
        _ report: Report, _ header: ReportHeader, tables: [PageTable], templates: Templates
    ) throws(ReportsError) {
        let style =
            "/*<![CDATA[*/\n" + (try templates.text("page.css"))
            + PageStyle.rules(report: report, header: header) + "/*]]>*/"
        let script = "/*<![CDATA[*/\n" + (try templates.text("page.js")) + "/*]]>*/"
        var values = PageValues.page(report, header, tables)
        values["style"] = style
        values["script"] = script
        values["policy"] = PageFrame.policy(style: style, script: script)
        for index in tables.indices {
            var list = values["tables"] as? [[String: Any]] ?? []
            list[index]["rows"] = PageValues.mark(index)
            values["tables"] = list
        }
        var rest = Substring(try templates.render("page", values))
        var pieces: [String] = []
        for index in tables.indices {
            guard let range = rest.range(of: PageValues.mark(index)) else {
                throw .template(file: "page.mustache", problem: "it has no {{{rows}}} for each of its tables")
            }
            pieces.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        self.pieces = pieces + [String(rest)]
    }

    /// Nothing is loaded, from nowhere; only this style and this script count.
    static func policy(style: String, script: String) -> String {
        "default-src 'none'; style-src '\(hash(style))'; script-src '\(hash(script))'; "
            + "base-uri 'none'; form-action 'none'"
    }

    private static func hash(_ text: String) -> String {
        "sha256-" + Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString()
    }
}
