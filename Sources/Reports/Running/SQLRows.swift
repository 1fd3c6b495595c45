import Model
import Resolution
import Store

/// The rows of a query, as the table's columns say what they are.
struct SQLRows {
    private let statement: Statement
    private let columns: [Column]

    /// - Throws: `ReportsError.definition` when the query is no query, or gives other columns than the table has.
    init(
        _ sql: String, _ report: Report, _ table: Table, _ state: ReportState,
        _ parameters: [String: StoredValue]
    ) throws {
        func fault(_ problem: String) -> ReportsError {
            .definition(file: report.name, line: 0, key: "tables.\(table.name).sql", problem: problem)
        }
        do {
            statement = try state.connection.prepareReport(sql, parameters: parameters)
        } catch let error as StoreError {
            throw fault(error.description)
        }
        columns = table.columns
        let expected = table.columns.map(\.name)
        guard statement.columnNames == expected else {
            throw fault(
                "gives the columns \(statement.columnNames.joined(separator: ", ")); "
                    + "the table has \(expected.joined(separator: ", "))")
        }
    }

    func next() throws -> [Cell]? {
        guard try statement.step() else { return nil }
        return columns.enumerated().map { index, column in cell(Int32(index), column.type) }
    }

    private func cell(_ index: Int32, _ type: ColumnType) -> Cell {
        if statement.isNull(index) { return .null }
        switch type {
        case .text, .id, .word: return Cell(statement.text(index))
        case .boolean: return .boolean(statement.integer(index) != 0)
        case .integer: return statement.integer(index).map(Cell.integer) ?? .null
        case .instant:
            if statement.isInteger(index) { return Cell(statement.instant(index)) }
            return Cell(statement.text(index).flatMap { Instant($0) })
        case .path: return .path(statement.text(index).flatMap(PathText.steps) ?? [])
        }
    }
}
