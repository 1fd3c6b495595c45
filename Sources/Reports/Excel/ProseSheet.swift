import CXLSXWriter
import Model

/// A sheet of prose rather than rows of a table: labels at the left, texts in broad columns beside them.
struct ProseSheet {
    enum Content {
        case text(String)
        case moment(Instant)
        case number(Int)
        /// The name of a sheet, which leads to it.
        case sheet(String)
        /// Room to write.
        case room
        case nothing
    }

    let styles: WorkbookStyles
    private let sheet: Worksheet
    private var row: UInt32 = 0

    /// In characters.
    private static let widths = [30, 70, 60, 26]
    private static let lineHeight = 15.0

    init(_ sheet: Worksheet, _ styles: WorkbookStyles) throws(ReportsError) {
        self.sheet = sheet
        self.styles = styles
        for (column, width) in ProseSheet.widths.enumerated() {
            let place = lxw_col_t(column)
            try sheet.with { worksheet_set_column($0, place, place, Double(width), nil) }
        }
        try sheet.with { sheet in
            worksheet_gridlines(sheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
            worksheet_set_landscape(sheet)
            worksheet_fit_to_pages(sheet, 1, 0)
            worksheet_set_footer(sheet, "&L&A&R&P / &N")
            return LXW_NO_ERROR
        }
    }

    mutating func skip() {
        row += 1
    }

    /// One text that may run over all columns.
    mutating func line(_ text: String, _ style: WorkbookStyles.Style? = nil) throws(ReportsError) {
        try sheet.write(text, row: row, column: 0, style)
        row += 1
    }

    mutating func heads(_ texts: [String]) throws(ReportsError) {
        try put(texts.map(Content.text), styles.header)
    }

    /// A label and what is said to it.
    mutating func fact(
        _ label: String, _ content: Content, _ remark: Content = .nothing,
        style: WorkbookStyles.Style? = nil
    ) throws(ReportsError) {
        try put([.text(label), content, remark], style ?? styles.prose, first: styles.label)
    }

    /// A row, as high as its texts need.
    ///
    /// - Parameter first: the style of its first text, where that is another.
    mutating func put(
        _ contents: [Content], _ style: WorkbookStyles.Style?, first: WorkbookStyles.Style? = nil
    ) throws(ReportsError) {
        let lines = zip(contents, ProseSheet.widths).map { ProseSheet.lines($0, $1) }.max() ?? 1
        if lines > 1 {
            try sheet.with { worksheet_set_row($0, row, Double(lines) * ProseSheet.lineHeight, nil) }
        }
        for (column, content) in contents.enumerated() {
            switch content {
            case .text(let text):
                guard !text.isEmpty else { continue }
                try sheet.write(text, row: row, column: column, column == 0 ? first ?? style : style)
            case .moment(let moment): try sheet.write(moment, row: row, column: column, styles.moment)
            case .number(let number): try sheet.write(Double(number), row: row, column: column, styles.number)
            case .sheet(let name):
                try sheet.write(name, leadingTo: name, row: row, column: column, styles.link)
            case .room: try sheet.writeBlank(row: row, column: column, styles.entry)
            case .nothing: continue
            }
        }
        row += 1
    }

    private static func lines(_ content: Content, _ width: Int) -> Int {
        guard case .text(let text) = content else { return 1 }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).prefix(most)
        return min(lines.reduce(0) { $0 + 1 + $1.count / width }, most)
    }

    /// Excel knows no row that is much higher.
    private static let most = 25
}
