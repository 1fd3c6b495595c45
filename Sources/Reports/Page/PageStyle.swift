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
        var hidden = ""
        var titles = ""
        let section = "#" + PageNames.section(table)
        for (index, column) in table.columns.enumerated() {
            let place = index + 1
            let box = "#" + PageNames.box(table, column)
            hidden +=
                "\(section):has(\(box):not(:checked)) :is(tr,.legend)>:nth-child(\(place)){display:none}\n"
            titles += "\(section) td:nth-child(\(place))::before{content:\(quoted(column.title))}\n"
            if column.type == .integer {
                hidden += "\(section) tr>:nth-child(\(place)){text-align:right}\n"
            }
        }
        return hidden + "@media screen and (max-width:640px){\n\(titles)}\n"
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
