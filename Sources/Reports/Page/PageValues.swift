import Model

/// One table of a page, as far as it is known once its rows are written.
struct PageTable {
    let table: Table
    let rows: PageRowWriter
    let shown: Int
    /// How many of them stand in the table, for whoever runs no scripts.
    let standing: Int
    let total: Int
    /// The file that holds all rows.
    let csvName: String
    let charts: [ChartFigure]
}

/// What the templates can name. Pieces of a page, already escaped, are those that a template writes with `{{{ }}}`.
struct PageValues {
    let texts: PageTexts
    let brand: PageBrand

    init(_ texts: PageTexts, _ brand: PageBrand) {
        self.texts = texts
        self.brand = brand
    }

    func page(_ report: Report, _ header: ReportHeader, _ tables: [PageTable]) -> [String: Any] {
        var values = self.header(header, title: report.title)
        values["doc"] = report.doc
        let choices = texts.choices(report, header)
        values["hasParameters"] = !choices.isEmpty
        values["parameters"] = choices.map { ["title": $0.title, "value": $0.value] }
        values["keep"] = keep(report, header)
        values["hasAttestation"] = report.attestation != nil
        values["attestation"] = report.attestation ?? ""
        values["hasContents"] = tables.count > 2
        values["tables"] = tables.map(self.values)
        return values
    }

    static func time(_ instant: Instant) -> String {
        XMLNode("time", ["datetime": instant.description], text: instant.pageText).printed
    }

    /// Under what name a browser keeps what is filled in: the same report of the same tenant and moment.
    private func keep(_ report: Report, _ header: ReportHeader) -> String {
        let chosen = header.parameters.map { "\($0.name)=\($0.value)" }
        return (["tenure", header.tenant?.id ?? "", report.name, header.asOf.description] + chosen)
            .joined(separator: "/")
    }

    /// What the template writes where the rows of a table go. Escaped text cannot hold it.
    static func mark(_ index: Int) -> String {
        "<!--rows-\(index)-->"
    }

    /// `200,000`
    static func grouped(_ number: Int) -> String {
        let digits = String(number.magnitude)
        return (number < 0 ? "-" : "")
            + String(
                digits.enumerated().flatMap { offset, digit -> [Character] in
                    let rest = digits.count - offset
                    return offset > 0 && rest % 3 == 0 ? [",", digit] : [digit]
                })
    }
}
