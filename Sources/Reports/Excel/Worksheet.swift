import CXLSXWriter
import Glibc
import Model

/// One sheet of a workbook, written row by row: what libxlsxwriter keeps of it in memory does not grow.
struct Worksheet {
    let name: String
    private let sheet: UnsafeMutablePointer<lxw_worksheet>
    /// The workbook's file, for messages.
    private let path: String
    private let texts: PageTexts

    init(
        _ name: String, in book: UnsafeMutablePointer<lxw_workbook>, path: String, _ texts: PageTexts
    ) throws(ReportsError) {
        guard let sheet = workbook_add_worksheet(book, name) else {
            throw .unwritable(path: path, problem: "no room for the sheet \(name)")
        }
        self.name = name
        self.sheet = sheet
        self.path = path
        self.texts = texts
    }

    /// For what libxlsxwriter offers besides cells.
    func with(_ body: (UnsafeMutablePointer<lxw_worksheet>) -> lxw_error) throws(ReportsError) {
        try check(body(sheet))
    }

    /// - Returns: whether the text had to be cut.
    @discardableResult
    func write(
        _ text: String, row: UInt32, column: Int, _ style: WorkbookStyles.Style? = nil
    ) throws(ReportsError) -> Bool {
        let changed = ExcelText.changed(text, texts)
        try check(
            (changed?.text ?? text).withCString {
                worksheet_write_string(sheet, row, lxw_col_t(column), $0, style)
            })
        return changed?.isCut ?? false
    }

    func write(
        _ number: Double, row: UInt32, column: Int, _ style: WorkbookStyles.Style? = nil
    ) throws(ReportsError) {
        try check(worksheet_write_number(sheet, row, lxw_col_t(column), number, style))
    }

    func write(_ value: Bool, row: UInt32, column: Int) throws(ReportsError) {
        try check(worksheet_write_boolean(sheet, row, lxw_col_t(column), value ? 1 : 0, nil))
    }

    /// A moment as a date of Excel, or as text where it has none.
    func write(
        _ instant: Instant, row: UInt32, column: Int, _ style: WorkbookStyles.Style?
    ) throws(ReportsError) {
        guard let days = instant.excelDays else {
            try write(instant.description, row: row, column: column)
            return
        }
        try write(days, row: row, column: column, style)
    }

    func writeBlank(row: UInt32, column: Int, _ style: WorkbookStyles.Style?) throws(ReportsError) {
        try check(worksheet_write_blank(sheet, row, lxw_col_t(column), style))
    }

    /// A cell that leads to another sheet.
    func write(
        _ text: String, leadingTo sheetName: String, row: UInt32, column: Int, _ style: WorkbookStyles.Style?,
        tip: String? = nil
    ) throws(ReportsError) {
        let place = "internal:'\(sheetName)'!A1"
        let shown = ExcelText.changed(text, texts)?.text ?? text
        try check(worksheet_write_url_opt(sheet, row, lxw_col_t(column), place, style, shown, tip))
    }

    /// A cell that opens an address in a browser. Only for addresses that `isAddress` takes.
    func write(
        address: String, row: UInt32, column: Int, _ style: WorkbookStyles.Style?
    ) throws(ReportsError) {
        try check(worksheet_write_url(sheet, row, lxw_col_t(column), address, style))
    }

    /// What can stand as a link: https and plain characters, no longer than Excel takes.
    static func isAddress(_ text: String) -> Bool {
        text.hasPrefix("https://") && text.utf8.count < 2000 && text.utf8.allSatisfy { 0x21...0x7E ~= $0 }
    }

    /// Bytes of the rows so far, which wait in a temporary file.
    ///
    /// - Throws: when they could not all be written there; libxlsxwriter itself does not look.
    func bytesOfRows() throws(ReportsError) -> Int {
        lxw_worksheet_write_single_row(sheet)
        let rows = sheet.pointee.optimize_tmpfile
        guard fflush(rows) == 0, ferror(rows) == 0 else { throw lost }
        return ftell(rows)
    }

    /// Throws what went wrong with the rows so far.
    func check() throws(ReportsError) {
        if ferror(sheet.pointee.optimize_tmpfile) != 0 { throw lost }
    }

    private var lost: ReportsError {
        .unwritable(
            path: path, problem: "rows could not be written to a temporary file beside it; is the disk full?")
    }

    private func check(_ error: lxw_error) throws(ReportsError) {
        guard error != LXW_NO_ERROR else { return }
        throw .unwritable(path: path, problem: "\(name): \(String(cString: lxw_strerror(error)))")
    }
}
