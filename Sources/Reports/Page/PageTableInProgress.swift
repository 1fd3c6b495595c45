/// A table while its rows come. A class, so that the words that were met are noted in place.
final class PageTableInProgress {
    let table: Table
    let spool: SpoolFile
    let check = RowsCheck()
    private(set) var rows: PageRowWriter
    private(set) var charts: [ChartRows]
    private(set) var shown = 0
    /// How many rows stand in the table; those behind them lie in the page as text.
    private(set) var standing = 0
    /// Nil where all rows stand.
    private let standingLimit: Int?

    /// Rows in a block of text.
    private static let block = 1000

    /// - Parameter isLarge: whether there may be more rows than a browser builds without delay.
    init(
        _ table: Table, of report: Report, in folder: OutputFolder, _ texts: PageTexts, isLarge: Bool
    ) throws(ReportsError) {
        let canBeText = table.layout == .rows && table.columns.allSatisfy { $0.entry == nil }
        standingLimit = isLarge && canBeText ? PageTableInProgress.block : nil
        self.table = table
        spool = try SpoolFile(folder: folder.path, reader: check.read)
        rows = PageRowWriter(table, texts)
        charts = report.charts.filter { $0.table == table.name }.map { ChartRows($0, of: table) }
    }

    /// Hands the row to the charts that want more.
    func chart(_ row: LentRow) {
        guard charts.contains(where: { !$0.isFull }) else { return }
        let cells = row.cells
        for index in charts.indices { charts[index].add(cells) }
    }

    func write(_ row: LentRow) {
        if standing == standingLimit ?? .max {
            let place = (shown - standing) % PageTableInProgress.block
            if place > 0 {
                spool.writer.write("\n")
            } else {
                endBlock()
                spool.writer.write("<script type=\"text/plain\" data-size=\"")
                spool.writer.write(text: String(PageTableInProgress.block))
                spool.writer.write("\">")
            }
            rows.write(packed: row, to: spool.writer)
        } else {
            rows.write(row, to: spool.writer)
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
