import Crypto
import Foundation

/// What stands around the rows: the filled template, cut where each table's rows go.
struct PageFrame {
    /// One piece more than there are tables.
    let pieces: [String]

    /// The pieces with what may stand only where rows may: text and an element, refused in a comment, too.
    var withoutRows: String { pieces.joined(separator: "--<tr/>") }

    init(
        _ report: Report, _ header: ReportHeader, tables: [PageTable], templates: Templates,
        _ texts: PageTexts, isPack: Bool
    ) throws(ReportsError) {
        let brand = try templates.brand()
        let style = PageFrame.enclosed(
            try templates.text("page.css")
                + PageStyle.rules(report, header, tables, texts, brand)
                + tables.flatMap(\.charts).map(\.rule).joined())
        let script = PageFrame.enclosed(
            try templates.text("rows.js") + templates.text("entries.js") + templates.text("page.js"))
        var values = PageValues(texts, brand).page(report, header, tables)
        values["isPack"] = isPack
        values["index"] = Pack.index
        values["style"] = style
        values["script"] = script
        values["policy"] = PageFrame.policy(style: style, script: script, brand)
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

    /// As it stands in `style` and `script`, which HTML reads as it is and XML does not.
    static func enclosed(_ text: String) -> String {
        "/*<![CDATA[*/\n" + text + "/*]]>*/"
    }

    /// Nothing is loaded, from nowhere; only this style and this script count, and a logo that lies in the page.
    static func policy(style: String, script: String? = nil, _ brand: PageBrand) -> String {
        let script = script.map { "script-src '\(hash($0))'; " } ?? ""
        let logo = brand.logo == nil ? "" : "img-src data:; "
        return
            "default-src 'none'; style-src '\(hash(style))'; \(script)\(logo)base-uri 'none'; form-action 'none'"
    }

    private static func hash(_ text: String) -> String {
        "sha256-" + Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString()
    }
}
