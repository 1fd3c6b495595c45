/// The part of a page's style that follows from its tables: which column is shown, what it is called where
/// there is no header, what stands in the margins of paper.
enum PageStyle {
    static func rules(
        _ report: Report, _ header: ReportHeader, _ tables: [PageTable], _ texts: PageTexts,
        _ brand: PageBrand
    ) -> String {
        tables.map(PageStyle.rules).joined() + common(report.title, header, texts, brand)
    }

    /// For every page: the user's colour, and what stands at the foot of each sheet of paper.
    static func common(
        _ title: String, _ header: ReportHeader, _ texts: PageTexts, _ brand: PageBrand
    ) -> String {
        let foot = [
            header.tenant.map { $0.name ?? $0.id }, title,
            texts.filled("asOfMoment", ["moment": header.asOf.pageText]),
        ]
        let own = brand.footer.map { "@page{@bottom-center{content:\(quoted($0))}}\n" } ?? ""
        return (brand.colour.map(PageStyle.rules) ?? "") + own + "@page{@bottom-left{content:"
            + quoted(foot.compactMap(\.self).joined(separator: " · ")) + "}}\n"
    }

    /// The user's colour, for what is there to be followed and for the line at the top. Paper and dark as in page.css.
    private static func rules(_ colour: BrandColour) -> String {
        func readable(_ ground: String) -> String {
            (BrandColour(ground).map(colour.readable) ?? colour).printed
        }
        func rule(_ colour: String) -> String {
            ":root{--link:\(colour);--focus:\(colour);--brand:\(colour)}"
        }
        let (light, dark) = (readable("#fffefb"), readable("#191816"))
        return "@media print{:root{--brand:\(light)}}\n@media screen{\(rule(light))}\n"
            + "@media screen and (prefers-color-scheme:dark){\(rule(dark))}\n"
    }

    private static func rules(_ page: PageTable) -> String {
        let table = page.table
        let section = "#" + PageNames.section(table)
        let first = table.columns.firstIndex(where: \.page.shown)
        var hidden = ""
        var unscripted = ""
        var aligned = ""
        var screen = ""
        var paper = ""
        var titles = ""
        for (index, column) in table.columns.enumerated() {
            let place = "." + PageNames.place(index)
            let box = "#" + PageNames.box(table, column)
            hidden += "\(section).\(PageNames.hidden(index)) \(place){display:none}\n"
            unscripted += "\(section):has(\(box):not(:checked)) \(place){display:none}\n"
            let (least, most) =
                page.rows.isFilled[index]
                ? widths(column, in: page, isFirst: index == first)
                : (longestWord(column), longestWord(column))
            screen += "\(section) th\(place){width:\(least)em}\n"
            paper += "\(section) td\(place){min-width:\(least)em;max-width:\(most)em}\n"
            if column.type == .integer { aligned += "\(section) tr>\(place){text-align:right}\n" }
            titles += "\(section) td\(place)::before{content:\(quoted(column.title))}\n"
        }
        if let first, table.layout == .rows, table.columns[first].type != .integer {
            // On a phone each row is a card, and this its heading. A number says nothing without its title.
            let cell = "\(section) td.\(PageNames.place(first))"
            titles += "\(cell){display:block;font-size:16px;font-weight:600}\n\(cell)::before{display:none}\n"
            titles += "\(cell) small{font-weight:400}\n"
        }
        // The script hides columns by classes: with `:has` alone every change of a row costs the browser dear.
        return "@media print,(min-width:640.02px){\n\(aligned)}\n"
            + "@media (scripting:enabled){\n\(hidden)}\n@media (scripting:none){\n\(unscripted)}\n"
            + "@media screen and (min-width:640.02px){\n\(screen)}\n@media print{\n\(paper)}\n"
            + "@media screen and (max-width:640px){\n\(titles)}\n"
    }

    /// In ems: wide enough to be read, narrow enough that one long text does not take the page. On a screen
    /// columns share what is left in proportion, whatever the rows hold: so filtering moves no column, and
    /// the browser need not measure every cell again.
    private static func widths(
        _ column: Column, in page: PageTable, isFirst: Bool
    ) -> (least: Int, most: Int) {
        switch (column.entry, column.type) {
        case (.choice?, _): return (10, 18)
        case (.text?, _): return (13, 24)
        case (nil, let type):
            let usual = widths(column, type, isFirst: isFirst)
            let own = (
                least: max(usual.least, longestWord(column)), most: max(usual.most, longestWord(column))
            )
            let beneath = page.table.columns.indices.filter {
                column.page.below.contains(page.table.columns[$0].name)
            }.map { index in
                let below = page.table.columns[index]
                let usual = widths(below, below.type, isFirst: false)
                return page.rows.namesBeneath[index] ? (least: isFirst ? 13 : 11, most: usual.most) : usual
            }
            return (beneath.map(\.least).reduce(own.least, max), beneath.map(\.most).reduce(own.most, max))
        }
    }

    /// In ems, bold and with the space beside it: a title or a word of the catalogue is not broken within.
    private static func longestWord(_ column: Column) -> Int {
        let texts = [column.title] + (column.sharedWords == nil ? column.words.map(\.text) : [])
        let words = texts.flatMap { $0.split { $0 == " " || $0 == "-" } }
        let width = words.map { TextWidth.of(String($0), size: 1.15) }.max() ?? 0
        return min(Int((width + 0.9).rounded(.up)), 12)
    }

    private static func widths(
        _ column: Column, _ type: ColumnType, isFirst: Bool
    ) -> (least: Int, most: Int) {
        switch type {
        case .text where column.page.isWide, .word where column.page.isWide: (13, 32)
        case .text, .id, .path, .link: (isFirst ? 11 : 8, 16)
        case .word where column.words.contains { $0.text.count > 20 }: (9, 14)
        case .word: (5, 9)
        case .instant: (7, 11)
        case .boolean, .integer: (4, 7)
        }
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

    /// The table itself, within its section.
    static func rows(_ table: Table) -> String {
        "rows-" + table.name
    }

    static func chart(_ chart: Chart) -> String {
        "chart-" + chart.name
    }

    /// The class of all that belongs to a column. Every cell has it: rules that count cells instead cost the
    /// browser seconds.
    static func place(_ index: Int) -> String {
        "c\(index)"
    }

    /// The class of a table in which the column is not shown.
    static func hidden(_ index: Int) -> String {
        "h\(index)"
    }

    static func box(_ table: Table, _ column: Column) -> String {
        "show-\(table.name)-\(column.name)"
    }
}
