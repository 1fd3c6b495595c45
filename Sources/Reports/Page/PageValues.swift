import Model

/// One table of a page, as far as it is known once its rows are written.
struct PageTable {
    let table: Table
    let rows: PageRowWriter
    let shown: Int
    let total: Int
    /// The file that holds all rows.
    let csvName: String
}

/// What the templates can name.
enum PageValues {
    static func page(
        _ report: Report, _ header: ReportHeader, _ tables: [PageTable]
    ) -> [String: Any] {
        var values = PageValues.header(header)
        values["name"] = report.name
        values["title"] = report.title
        values["doc"] = report.doc
        values["isSingle"] = tables.count == 1
        values["tables"] = tables.map(self.values)
        return values
    }

    static func time(_ instant: Instant) -> [String: Any] {
        ["machine": instant.description, "text": instant.pageText]
    }

    /// What the template writes where the rows of a table go. Escaped text cannot hold it.
    static func mark(_ index: Int) -> String {
        "<!--rows-\(index)-->"
    }

    private static func values(_ page: PageTable) -> [String: Any] {
        let table = page.table
        return [
            "id": PageNames.section(table), "name": table.name, "title": table.title, "doc": table.doc,
            "total": grouped(page.total), "shown": grouped(page.shown), "isCut": page.shown < page.total,
            "isEmpty": page.total == 0, "isOne": page.total == 1, "csv": page.csvName,
            "columns": table.columns.enumerated().map { index, column -> [String: Any] in
                let words = legend(index, in: page)
                return [
                    "place": PageNames.place(index), "hidden": PageNames.hidden(index),
                    "id": PageNames.box(table, column), "name": column.name, "title": column.title,
                    "doc": column.doc, "type": column.type.rawValue, "shown": column.page.shown,
                    "hasWords": !words.isEmpty, "words": words,
                ]
            },
        ]
    }

    /// The words that are read in this column: its own, those set beneath them, those that stand in.
    private static func legend(_ index: Int, in page: PageTable) -> [[String: String]] {
        let columns = page.table.columns
        let place = columns[index].page
        var lines: [[String: String]] = []
        for (other, column) in columns.enumerated() {
            var used: Set<String> = []
            if other == index { used = page.rows.used[other] }
            if column.name == place.stands { used = page.rows.used[index] }
            if place.below.contains(column.name) {
                used = page.rows.used[other]
                if !column.page.marked.isEmpty { used.formIntersection(column.page.marked) }
            }
            lines += words(column, used: used)
        }
        return lines
    }

    private static func words(_ column: Column, used: Set<String>) -> [[String: String]] {
        column.words.filter { used.contains($0.word) && $0.word != $0.text }
            .map { ["word": $0.word, "text": $0.text] }
    }

    /// `200,000`
    static func grouped(_ number: Int) -> String {
        let digits = String(number)
        return String(
            digits.enumerated().flatMap { offset, digit -> [Character] in
                let rest = digits.count - offset
                return offset > 0 && rest % 3 == 0 ? [",", digit] : [digit]
            })
    }
}
