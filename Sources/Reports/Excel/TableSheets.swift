import CXLSXWriter

/// The rows of one table: on a sheet, and on further ones where Excel's rows do not suffice.
final class TableSheets {
    let table: Table
    private(set) var sheets: [Worksheet] = []
    private(set) var rowCount = 0
    /// How many texts were longer than a cell may be.
    private(set) var cutCount = 0

    private let columns: [SheetColumn]
    private let styles: WorkbookStyles
    private let texts: PageTexts
    private let about: String
    private let rowsPerSheet: UInt32
    private let addSheet: (_ part: Int) throws(ReportsError) -> Worksheet
    private var row: UInt32 = 0
    private var linkCount = 0

    /// Links are kept in memory until the end, and Excel takes 65,530 of them; further ones are text.
    private static let mostLinks = 10_000
    /// Whole numbers beyond are no longer exact in Excel.
    private static let greatestNumber: Int64 = 999_999_999_999_999

    /// - Parameters:
    ///   - about: the sheet to which its headers lead.
    ///   - rowsPerSheet: with the header.
    ///   - addSheet: makes the sheet of this number, from 1.
    init(
        _ table: Table, styles: WorkbookStyles, texts: PageTexts, about: String, rowsPerSheet: UInt32,
        addSheet: @escaping (_ part: Int) throws(ReportsError) -> Worksheet
    ) throws(ReportsError) {
        self.table = table
        self.styles = styles
        self.texts = texts
        self.about = about
        self.rowsPerSheet = rowsPerSheet
        self.addSheet = addSheet
        // The outline of a protected sheet cannot be unfolded.
        let folds = table.columns.contains(where: \.page.shown) && !table.isFilledIn
        columns = table.columns.map { SheetColumn($0, isFolded: folds && !$0.page.shown) }
        try begin()
    }

    func write(_ cells: [Cell]) throws(ReportsError) {
        guard cells.count == columns.count else {
            throw .wrongRow(table: table.name, cells: cells.count, columns: columns.count)
        }
        if row == rowsPerSheet {
            try endSheet()
            try begin()
        }
        let sheet = sheets[sheets.count - 1]
        for index in cells.indices { try write(cells[index], at: index, to: sheet) }
        try sheet.check()
        row += 1
        rowCount += 1
    }

    func end() throws(ReportsError) {
        try endSheet()
    }

    private func write(_ cell: Cell, at index: Int, to sheet: Worksheet) throws(ReportsError) {
        let column = columns[index]
        let style = column.column.entry == nil ? nil : styles.entry
        switch table.shown(cell, column: index) {
        case .null:
            if let style { try sheet.writeBlank(row: row, column: index, style) }
        case .text(let text) where column.column.type == .link: try write(link: text, at: index, to: sheet)
        case .text(let text):
            let isCut = try sheet.write(column.words[text]?.text ?? text, row: row, column: index, style)
            if isCut { cutCount += 1 }
        case .boolean(let value): try sheet.write(value, row: row, column: index)
        case .integer(let value) where value.magnitude > TableSheets.greatestNumber.magnitude:
            try sheet.write(String(value), row: row, column: index)
        case .integer(let value): try sheet.write(Double(value), row: row, column: index)
        case .instant(let instant): try sheet.write(instant, row: row, column: index, styles.moment)
        case .path(let steps):
            let path = steps.map(\.label).joined(separator: " > ")
            if try sheet.write(path, row: row, column: index) { cutCount += 1 }
        }
    }

    private func write(link: String, at index: Int, to sheet: Worksheet) throws(ReportsError) {
        guard linkCount < TableSheets.mostLinks, Worksheet.isAddress(link) else {
            if try sheet.write(link, row: row, column: index) { cutCount += 1 }
            return
        }
        linkCount += 1
        try sheet.write(address: link, row: row, column: index, styles.link)
    }

    private func begin() throws(ReportsError) {
        let sheet = try addSheet(sheets.count + 1)
        sheets.append(sheet)
        linkCount = 0
        row = 1
        try sheet.setColumns(columns)
        let leading = columns.firstIndex { !$0.isFolded }
        for (index, column) in columns.enumerated() {
            let style = column.column.entry == nil ? styles.header : styles.entryHeader
            let title = column.column.title
            if index == leading {
                try sheet.write(
                    title, leadingTo: about, row: 0, column: index, style,
                    tip: texts["toTheAbout"])
            } else {
                try sheet.write(title, row: 0, column: index, style)
            }
            try sheet.remark(column.remark(texts), texts, row: 0, column: index)
        }
    }

    private func endSheet() throws(ReportsError) {
        guard let sheet = sheets.last else { return }
        try sheet.finishTable(columns, lastRow: row - 1)
    }
}

extension Table {
    /// Whether its reader fills in something.
    var isFilledIn: Bool {
        columns.contains { $0.entry != nil }
    }
}
