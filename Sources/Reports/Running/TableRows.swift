import Resolution

/// Where the rows of a table come from. A table without SQL is one that the program makes.
struct TableRows {
    private let cells: [@Sendable (AccessRow) -> Cell]

    /// - Throws: `ReportsError.definition` when nobody can make the rows.
    init(_ report: Report, _ table: Table) throws {
        let known = Dictionary(uniqueKeysWithValues: AccessCells.columns.map { ($0.name, $0.cell) })
        cells = try table.columns.map { column in
            guard table.name == "access", let cell = known[column.name] else {
                throw ReportsError.definition(
                    file: report.name, line: 0, key: "tables.\(table.name).columns.\(column.name)",
                    problem: "no such column of the table access, and no sql to take it from")
            }
            return cell
        }
    }

    /// Hands out the cells of each row, and returns how many there were.
    func forEach(
        _ state: ReportState, _ selection: AccessSelection, _ body: ([Cell]) throws -> Void
    ) throws -> Int {
        var count = 0
        try AccessRows(state).forEach(selection) { row in
            try body(cells.map { $0(row) })
            count += 1
        }
        return count
    }
}
