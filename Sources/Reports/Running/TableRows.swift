import Resolution
import Store

/// Where the rows of a table come from: its query, or for the table `access` the resolution itself.
enum TableRows {
    case resolved([@Sendable (AccessRow) -> Cell])
    case queried(SQLRows)

    /// - Throws: `ReportsError.definition` when nobody can make the rows.
    init(_ report: Report, _ table: Table, _ state: ReportState, parameters: [String: StoredValue]) throws {
        if let sql = table.sql {
            self = .queried(try SQLRows(sql, report, table, state, parameters))
            return
        }
        let known = Dictionary(uniqueKeysWithValues: AccessCells.columns.map { ($0.name, $0.cell) })
        self = .resolved(
            try table.columns.map { column in
                guard table.name == "access", let cell = known[column.name] else {
                    throw ReportsError.query(
                        report: report.name, table: table.name,
                        problem: "it has none, and \(column.name) is no column of the table access")
                }
                return cell
            })
    }

    /// Hands out the cells of each row, and returns how many there were.
    func forEach(
        _ state: ReportState, _ selection: AccessSelection, _ body: ([Cell]) throws -> Void
    ) throws -> Int {
        var count = 0
        switch self {
        case .resolved(let cells):
            try AccessRows(state).forEach(selection) { row in
                try body(cells.map { $0(row) })
                count += 1
            }
        case .queried(let rows):
            while let cells = try rows.next() {
                try body(cells)
                count += 1
            }
        }
        return count
    }
}
