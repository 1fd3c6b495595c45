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
    private var current: TableInProgress?
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
        current = try TableInProgress(
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
        for index in current.charts.indices { current.charts[index].add(cells) }
        guard current.shown < options.pageRows else { return }
        current.write(cells)
        try current.spool.check()
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

/// A table while its rows come. A class, so that the words that were met are noted in place.
private final class TableInProgress {
    let table: Table
    let spool: SpoolFile
    let check = RowsCheck()
    var rows: PageRowWriter
    var charts: [ChartRows]
    private(set) var shown = 0
    /// How many rows stand in the table; those behind them lie in the page as text.
    private(set) var standing = 0
    /// Nil where all rows stand.
    private let standingLimit: Int?

    /// Rows in a block of text.
    static let block = 1000

    /// - Parameter isLarge: whether there may be more rows than a browser builds without delay.
    init(
        _ table: Table, of report: Report, in folder: OutputFolder, _ texts: PageTexts, isLarge: Bool
    ) throws(ReportsError) {
        let canBeText = table.layout == .rows && table.columns.allSatisfy { $0.entry == nil }
        standingLimit = isLarge && canBeText ? TableInProgress.block : nil
        self.table = table
        spool = try SpoolFile(folder: folder.path, reader: check.read)
        rows = PageRowWriter(table, texts)
        charts = report.charts.filter { $0.table == table.name }.map { ChartRows($0, of: table) }
    }

    func write(_ cells: [Cell]) {
        if standing == standingLimit ?? .max {
            let place = (shown - standing) % TableInProgress.block
            if place > 0 {
                spool.writer.write("\n")
            } else {
                endBlock()
                spool.writer.write("<script type=\"text/plain\" data-size=\"")
                spool.writer.write(text: String(TableInProgress.block))
                spool.writer.write("\">")
            }
            rows.write(packed: cells, to: spool.writer)
        } else {
            rows.write(cells, to: spool.writer)
            standing += 1
        }
        shown += 1
    }

    func end() {
        endBlock()
        spool.writer.flush()
        check.end()
    }

    private func endBlock() {
        if shown > standing { spool.writer.write("</script>\n") }
    }
}
