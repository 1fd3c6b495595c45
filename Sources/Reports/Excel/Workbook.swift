import CXLSXWriter
import Glibc
import Model

/// An Excel file: the sheet "About" first, then a sheet for each table of each report that is written into it.
///
/// To collect several reports in one file, give it to each run (`FormatOptions.workbook`) and publish it when all
/// are written. It is written by libxlsxwriter, whose temporary files lie in the same folder without a name.
//
// Unchecked: a report is written by one thread, and the next begins when that has ended (`ReportRun.write`).
public final class Workbook: @unchecked Sendable {
    /// A report with what was written of it.
    struct Part {
        let report: Report
        let header: ReportHeader
        var tables: [TableSheets] = []
    }

    /// Excel's own limit, the header among them.
    public static let rowsPerSheet: UInt32 = 1_048_576

    private let folder: OutputFolder
    private let file: OutputFile
    /// Nil once it was closed.
    private var book: UnsafeMutablePointer<lxw_workbook>?
    private let styles: WorkbookStyles
    private let texts: PageTexts
    private let about: Worksheet
    private let rowsPerSheet: UInt32
    private var names: SheetNames
    private var parts: [Part] = []

    /// - Parameters:
    ///   - name: without the ending.
    ///   - rowsPerSheet: smaller for tests.
    public init(
        folder: OutputFolder, name: String, templates: Templates = Templates(),
        rowsPerSheet: UInt32 = Workbook.rowsPerSheet
    ) throws(ReportsError) {
        self.folder = folder
        texts = try templates.texts()
        self.rowsPerSheet = rowsPerSheet
        file = try folder.file("\(name).xlsx")
        let made = file.temporaryPath.withCString { path in
            folder.path.withCString { folder in
                var options = lxw_workbook_options()
                options.constant_memory = 1
                options.tmpdir = UnsafeMutablePointer(mutating: folder)
                return workbook_new_opt(path, &options)
            }
        }
        guard let made else { throw .unwritable(path: file.path, problem: systemMessage(errno)) }
        book = made
        styles = WorkbookStyles(made)
        names = SheetNames(about: texts["about"])
        about = try Worksheet(names.about, in: made, path: file.path, texts)
    }

    deinit {
        if let book { lxw_workbook_free(book) }
    }

    func begin(_ report: Report, _ header: ReportHeader) {
        parts.append(Part(report: report, header: header))
    }

    /// A table of the report that was begun last.
    func addTable(_ table: Table) throws(ReportsError) -> TableSheets {
        guard let book, let part = parts.last else {
            throw .unwritable(path: file.path, problem: "the workbook is closed")
        }
        let name = CSVFormat.tableName(
            report: part.report.name, table: table.name, isFirst: part.tables.isEmpty)
        let path = file.path
        let sheets = try TableSheets(
            table.naming(texts.sharedWords(part.header.shortfalls)), styles: styles, texts: texts,
            about: names.about,
            rowsPerSheet: rowsPerSheet
        ) {
            [unowned self] part throws(ReportsError) in
            try Worksheet(names.name(name, part: part), in: book, path: path, texts)
        }
        parts[parts.count - 1].tables.append(sheets)
        return sheets
    }

    /// Puts the file in its place.
    ///
    /// - Returns: its path.
    public func publish() throws(ReportsError) -> String {
        guard let book else { return file.path }
        var cover = try AboutSheet(about, styles, texts)
        try cover.write(parts)
        setProperties(of: book)
        var sizes: [Int] = []
        for sheet in [about] + parts.flatMap(\.tables).flatMap(\.sheets) {
            sizes.append(try sheet.bytesOfRows())
        }
        // Old programs do not read what Excel needs beyond 4 GB.
        book.pointee.options.use_zip64 = sizes.reduce(0, +) > Workbook.needsZip64 ? 1 : 0
        self.book = nil
        let error = workbook_close(book)
        guard error == LXW_NO_ERROR else {
            throw .unwritable(path: file.path, problem: String(cString: lxw_strerror(error)))
        }
        try WorkbookCheck.check(file, bytesOfRows: sizes)
        try folder.publish([file])
        return file.path
    }

    private static let needsZip64 = 3 << 30

    private func setProperties(of book: UnsafeMutablePointer<lxw_workbook>) {
        guard let first = parts.first else { return }
        let title = parts.count == 1 ? first.report.title : first.header.tenant?.name ?? ""
        var properties = lxw_doc_properties()
        properties.created = time_t(first.header.generatedAt.ticks / Instant.ticksPerSecond)
        (ExcelText.changed(title, texts)?.text ?? title).withCString { title in
            properties.title = UnsafeMutablePointer(mutating: title)
            _ = workbook_set_properties(book, &properties)
        }
    }
}
