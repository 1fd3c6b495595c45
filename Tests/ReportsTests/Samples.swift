import Model
import Reports

/// Invented input for the formats.
enum Samples {
    static let hostile = [
        "=cmd|'/c calc'!A1<script>alert(1)</script>", "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1",
        "'=1", "''=1", "'''", "'", "", "plain", "a,b", "say \"hello\"", "two\r\nlines\nand more",
        "\u{202E}txt.exe", "مرحبا بالعالم", "👩‍👩‍👧‍👦 🇩🇪", String(repeating: "x€\"<", count: 2500),
        "\u{0}\u{1}\u{8}\u{B}\u{C}\u{1F}\u{7F}\u{85}", "\u{FFFE}\u{FFFF}\u{FFFD}\u{FEFF}", "]]>",
        "--></script>", "\"\u{301}<\u{338}script>", " padded ", "{{tenant}}", "</td></table>", "&amp;&#0;",
        "\" onmouseover=\"alert(1)",
    ]

    static let table = Table(
        name: "rows", title: "Rows", doc: "All types.",
        columns: [
            Column(name: "id", title: "Id", type: .id, doc: "An id.", page: PagePlace(shown: true)),
            Column(
                name: "name", title: "Name", type: .text, doc: "A name.", page: PagePlace(shown: true)),
            Column(
                name: "kind", title: "Kind", type: .word, doc: "A word.",
                words: [Word(word: "open", text: "no end set")], page: PagePlace(shown: true)),
            Column(name: "flag", title: "Flag", type: .boolean, doc: "A flag."),
            Column(name: "count", title: "Count", type: .integer, doc: "A number."),
            Column(name: "at", title: "At", type: .instant, doc: "A moment."),
            Column(name: "via", title: "Via", type: .path, doc: "A path."),
        ])

    static let report = Report(name: "sample", title: "Sample", doc: "Nothing real.", tables: [table])

    static var header: ReportHeader {
        ReportHeader(
            asOf: moment, generatedAt: moment,
            tenant: ReportHeader.Tenant(id: "0c0ffee0-0000-4000-8000-000000000001", name: "Contoso"),
            snapshots: [ReportHeader.Snapshot(number: 1, observedAt: moment, importedAt: moment)],
            completeness: [
                ReportHeader.Completeness(need: "user", state: .complete),
                ReportHeader.Completeness(need: "assignments", state: .partial, detail: "a page is missing"),
            ],
            parameters: [ReportHeader.ParameterValue(name: "scope", value: "review")])
    }

    static let moment = Instant(ticks: 17_861_000_000_000_000)

    /// A row for each hostile text, in each place that takes text.
    static var rows: [[Cell]] {
        hostile.enumerated().map { index, text in
            [
                .text(text), .text(text), .text(index % 2 == 0 ? "open" : text),
                index % 3 == 0 ? .null : .boolean(index % 2 == 0), .integer(Int64(index) - 5),
                index % 2 == 0 ? .null : .instant(moment),
                .path(index == 0 ? [] : [PathStep(id: "g1", name: text), PathStep(id: text, name: nil)]),
            ]
        }
    }

    static func write(_ format: any ReportFormat, rows: [[Cell]] = Samples.rows) throws {
        try format.begin(report, header)
        try format.table(table, rows: rows)
        _ = try format.end()
    }
}
