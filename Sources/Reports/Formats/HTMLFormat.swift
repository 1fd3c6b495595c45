/// One page that needs nothing else: style, script, legend and rows in one file, HTML and well-formed XML
/// at once.
///
/// Rows go to the disk first and into the page at the end, since its head says how many there are. They are read
/// by libxml2 meanwhile, and so is what stands around them before the page takes the place of the old one.
public final class HTMLFormat: ReportFormat {
    private let folder: OutputFolder
    private let templates: Templates
    private let options: FormatOptions
    private var head: (report: Report, header: ReportHeader, texts: PageTexts)?
    private var file: OutputFile?
    private var current: PageTableInProgress?
    private var finished: [(page: PageTable, spool: SpoolFile, check: RowsCheck)] = []

    /// - Parameter options: of big tables the page shows the first rows, and says where the others are.
    public init(folder: OutputFolder, templates: Templates, options: FormatOptions = FormatOptions()) {
        self.folder = folder
        self.templates = templates
        self.options = options
    }

    public func begin(_ report: Report, _ header: ReportHeader) throws(ReportsError) {
        let texts = try templates.texts()
        head = (report.naming(texts.sharedWords(header.shortfalls)), header, texts)
        file = try folder.file("\(report.fileStem).html")
    }

    public func beginTable(_ table: Table) throws(ReportsError) {
        guard let head else { return }
        current = try PageTableInProgress(
            table.naming(head.texts.sharedWords(head.header.shortfalls)), of: head.report,
            in: folder, head.texts,
            isLarge: options.pageRows > FormatOptions.usualPageRows)
    }

    public var wantsRows: Bool {
        guard let current else { return true }
        return current.shown < options.pageRows || current.charts.contains { !$0.isFull }
    }

    public func row(_ cells: [Cell]) throws(ReportsError) {
        guard let current else { return }
        guard cells.count == current.table.columns.count else {
            throw .wrongRow(
                table: current.table.name, cells: cells.count, columns: current.table.columns.count)
        }
        try QueriedRows(cells).forEachRow(write)
    }

    public func endTable(rowCount: Int) throws(ReportsError) {
        guard let current, let head else { return }
        let name = CSVFormat.fileName(
            report: head.report.fileStem, table: current.table.name, isFirst: finished.isEmpty)
        current.end()
        let page = PageTable(
            table: current.table, rows: current.rows, shown: current.shown, standing: current.standing,
            total: rowCount, csvName: name,
            charts: current.charts.map { ChartFigure($0, total: rowCount, head.texts) })
        finished.append((page, current.spool, current.check))
        self.current = nil
    }

    public func end() throws(ReportsError) -> [String] {
        guard let file, let head else { return [] }
        let frame = try PageFrame(
            head.report, head.header, tables: finished.map(\.page), templates: templates,
            head.texts, isPack: options.isPack)
        try PageCheck.check(frame.withoutRows, publishedAs: file.path)
        for (piece, table) in zip(frame.pieces, finished) {
            file.writer.write(text: piece)
            try table.spool.copy(to: file.writer)
        }
        file.writer.write(text: frame.pieces.last ?? "")
        for table in finished { try table.check.check(publishedAs: file.path) }
        try folder.publish([file])
        self.file = nil
        return [file.path]
    }
}

extension HTMLFormat: LentRowFormat {
    func write(_ row: LentRow) throws(ReportsError) {
        guard let current else { return }
        current.chart(row)
        guard current.shown < options.pageRows else { return }
        current.write(row)
        try current.spool.check()
    }
}
