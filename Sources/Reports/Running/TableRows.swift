import Resolution
import Store

/// Where the rows of a table come from: its query, or for the table `access` the resolution itself.
enum TableRows {
    case resolved([AccessColumn])
    case queried(SQLRows)

    /// - Throws: `ReportsError.definition` when nobody can make the rows.
    init(_ report: Report, _ table: Table, _ state: ReportState, parameters: [String: StoredValue]) throws {
        if let sql = table.sql {
            self = .queried(try SQLRows(sql, report, table, state, parameters))
            return
        }
        let known = Dictionary(uniqueKeysWithValues: AccessCells.columns.map { ($0.name, $0) })
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

    /// Sends the table with all its rows.
    func send(_ table: Table, _ state: ReportState, to writing: ReportWriting) throws {
        switch self {
        case .resolved(let columns):
            try writing.send(.table(table, columns))
            try AccessRows(state).forEachBatch { try writing.send(.persons($0)) }
        case .queried(let rows):
            try writing.send(.table(table, []))
            var some: QueriedRows
            repeat {
                some = try rows.next(TableRows.atATime)
                try writing.send(.rows(some))
            } while some.count == TableRows.atATime
        }
        try writing.send(.endOfTable)
    }

    /// Takes all rows and keeps none, to see whether they are what the table says.
    func run() throws {
        guard case .queried(let rows) = self else { return }
        while try rows.next(TableRows.atATime).count == TableRows.atATime {}
    }

    private static let atATime = 500
}
