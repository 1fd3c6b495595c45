/// One page that needs nothing else: style, script, legend and rows in one file, HTML and well-formed XML
/// at once.
///
/// Rows go to the disk first and into the page at the end, since its head says how many there are. The page
/// is read back with libxml2 before it takes the place of the old one.
public final class HTMLFormat: ReportFormat {
    private let folder: OutputFolder
    private let templates: Templates
    private let options: FormatOptions
    private var head: (report: Report, header: ReportHeader)?
    private var file: OutputFile?
    private var current: TableInProgress?
    private var finished: [(page: PageTable, spool: SpoolFile)] = []

    /// - Parameter options: of big tables the page shows the first rows, and says where the others are.
    public init(folder: OutputFolder, templates: Templates, options: FormatOptions = FormatOptions()) {
        self.folder = folder
        self.templates = templates
        self.options = options
    }

    public func begin(_ report: Report, _ header: ReportHeader) throws(ReportsError) {
        head = (report, header)
        file = try folder.file("\(report.name).html")
    }

    public func beginTable(_ table: Table) throws(ReportsError) {
        current = TableInProgress(table, spool: try SpoolFile(folder: folder.path))
    }

    public var wantsRows: Bool { (current?.shown ?? 0) < options.pageRows }

    public func row(_ cells: [Cell]) throws(ReportsError) {
        guard let current else { return }
        guard cells.count == current.table.columns.count else {
            throw .wrongRow(
                table: current.table.name, cells: cells.count, columns: current.table.columns.count)
        }
        guard current.shown < options.pageRows else { return }
        current.rows.write(cells, to: current.spool.writer)
        current.shown += 1
        try current.spool.check()
    }

    public func endTable(rowCount: Int) throws(ReportsError) {
        guard let current, let head else { return }
        let name = CSVFormat.fileName(
            report: head.report.name, table: current.table.name, isFirst: finished.isEmpty)
        let page = PageTable(
            table: current.table, rows: current.rows, shown: current.shown, total: rowCount, csvName: name)
        finished.append((page, current.spool))
        self.current = nil
    }

    public func end() throws(ReportsError) -> [String] {
        guard let file, let head else { return [] }
        let frame = try PageFrame(
            head.report, head.header, tables: finished.map(\.page), templates: templates,
            isPack: options.isPack)
        for (piece, table) in zip(frame.pieces, finished) {
            file.writer.write(text: piece)
            try table.spool.copy(to: file.writer)
        }
        file.writer.write(text: frame.pieces.last ?? "")
        file.writer.flush()
        try file.writer.check(path: file.path)
        try PageCheck.check(file.temporaryPath, publishedAs: file.path)
        try folder.publish([file])
        self.file = nil
        return [file.path]
    }
}

/// A table while its rows come. A class, so that the words that were met are noted in place.
private final class TableInProgress {
    let table: Table
    let spool: SpoolFile
    var rows: PageRowWriter
    var shown = 0

    init(_ table: Table, spool: SpoolFile) {
        self.table = table
        self.spool = spool
        rows = PageRowWriter(table)
    }
}
