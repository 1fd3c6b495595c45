/// Writes one report in one format. The calls come in this order:
/// `begin`, then for each table `beginTable`, its `row`s and `endTable`, then `end`.
///
/// Rows stream: memory does not grow with their number. Nothing is seen under its own name before `end`;
/// a writer that is let go before that leaves the old files as they were.
public protocol ReportFormat: AnyObject {
    func begin(_ report: Report, _ header: ReportHeader) throws(ReportsError)
    func beginTable(_ table: Table) throws(ReportsError)
    /// Whether further rows would show: what has enough need not be given more.
    var wantsRows: Bool { get }
    /// As many cells as the table has columns, in their order.
    func row(_ cells: [Cell]) throws(ReportsError)
    func endTable(rowCount: Int) throws(ReportsError)
    /// Publishes and returns the files, in the order of the tables.
    func end() throws(ReportsError) -> [String]
}

extension ReportFormat {
    public var wantsRows: Bool { true }

    /// A whole table at once, for small ones.
    public func table(_ table: Table, rows: some Sequence<[Cell]>) throws(ReportsError) {
        try beginTable(table)
        var count = 0
        for cells in rows {
            try row(cells)
            count += 1
        }
        try endTable(rowCount: count)
    }
}
