/// The part of a page's style that follows from its tables: which column is shown, what it is called where
/// there is no header, what stands in the margins of paper.
enum PageStyle {
    static func rules(report: Report, header: ReportHeader) -> String {
        var rules = ""
        for table in report.tables { rules += PageStyle.rules(table) }
        let foot = [header.tenant.map { $0.name ?? $0.id }, report.title, "as of \(header.asOf.pageText)"]
        rules += "@page{@bottom-left{content:"
        rules += quoted(foot.compactMap(\.self).joined(separator: " · ")) + "}}\n"
        return rules
    }

    private static func rules(_ table: Table) -> String {
        let section = "#" + PageNames.section(table)
        let first = table.columns.firstIndex(where: \.page.shown)
        var hidden = ""
        var widths = ""
        var titles = ""
        for (index, column) in table.columns.enumerated() {
            let place = ":nth-child(\(index + 1))"
            let box = "#" + PageNames.box(table, column)
            hidden += "\(section):has(\(box):not(:checked)) :is(tr,.legend)>\(place){display:none}\n"
            widths += "\(section) td\(place){\(width(column, isFirst: index == first))}\n"
            if column.type == .integer { widths += "\(section) tr>\(place){text-align:right}\n" }
            titles += "\(section) td\(place)::before{content:\(quoted(column.title))}\n"
        }
        if let first {
            // On a phone each row is a card, and this its heading.
            let cell = "\(section) td:nth-child(\(first + 1))"
            titles += "\(cell){display:block;font-size:16px;font-weight:600}\n\(cell)::before{display:none}\n"
            titles += "\(cell) small{font-weight:400}\n"
        }
        return hidden + "@media not all and (max-width:640px){\n\(widths)}\n"
            + "@media screen and (max-width:640px){\n\(titles)}\n"
    }

    /// Wide enough to be read, narrow enough that one long text does not take the page.
    private static func width(_ column: Column, isFirst: Bool) -> String {
        let (least, most) =
            switch column.type {
            case .text where column.page.isWide: (16, 32)
            case .text, .id, .path: (isFirst ? 11 : 7, 16)
            case .word where column.words.contains { $0.text.count > 20 }: (9, 14)
            case .word: (5, 9)
            case .instant: (6, 11)
            case .boolean, .integer: (4, 7)
            }
        return "min-width:\(least)em;max-width:\(most)em"
    }

    /// A CSS string that is harmless in HTML and XML: all but letters, digits and spaces as escapes.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            if scalar.isASCII, scalar == " " || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
            {
                result.unicodeScalars.append(scalar)
            } else {
                result += "\\" + String(scalar.value == 0 ? 0xFFFD : scalar.value, radix: 16) + " "
            }
        }
        return result + "\""
    }
}

/// The ids on a page.
enum PageNames {
    static func section(_ table: Table) -> String {
        "table-" + table.name
    }

    static func box(_ table: Table, _ column: Column) -> String {
        "show-\(table.name)-\(column.name)"
    }
}
