import Model
import Resolution
import Store

/// The rows of a query, as the table's columns say what they are.
struct SQLRows {
    private let statement: Statement
    private let columns: [Column]
    private let place: (report: String, table: String)

    private static func fault(_ place: (report: String, table: String), _ problem: String) -> ReportsError {
        .query(report: place.report, table: place.table, problem: problem)
    }

    /// - Throws: `ReportsError.definition` when the query is no query, or gives other columns than the table has.
    init(
        _ sql: String, _ report: Report, _ table: Table, _ state: ReportState,
        _ parameters: [String: StoredValue]
    ) throws {
        place = (report.name, table.name)
        do {
            statement = try state.connection.prepareReport(sql, parameters: parameters)
        } catch let error as StoreError {
            throw SQLRows.fault(place, error.description)
        }
        columns = table.columns
        let expected = table.columns.map(\.name)
        guard statement.columnNames == expected else {
            throw SQLRows.fault(
                place,
                "gives the columns \(statement.columnNames.joined(separator: ", ")); "
                    + "the table has \(expected.joined(separator: ", "))")
        }
    }

    /// The next rows, so many at most. Fewer are the last: asked again, the query would begin anew.
    func next(_ count: Int) throws -> [[Cell]] {
        var rows: [[Cell]] = []
        while rows.count < count, let cells = try next() { rows.append(cells) }
        return rows
    }

    private func next() throws -> [Cell]? {
        guard try statement.step() else { return nil }
        return try columns.enumerated().map { index, column in
            guard let cell = cell(Int32(index), column.type) else {
                throw SQLRows.fault(place, "gives for \(column.name) what is no \(column.type.rawValue)")
            }
            return cell
        }
    }

    private func cell(_ index: Int32, _ type: ColumnType) -> Cell? {
        if statement.isNull(index) { return .null }
        switch type {
        case .text, .id, .word, .link: return Cell(statement.text(index))
        // SQLite would make a number of any text.
        case .boolean, .integer:
            guard statement.isInteger(index), let number = statement.integer(index) else { return nil }
            return type == .boolean ? .boolean(number != 0) : .integer(number)
        case .instant:
            if statement.isInteger(index) { return Cell(statement.instant(index)) }
            return statement.text(index).flatMap { Instant($0) }.map(Cell.instant)
        case .path: return statement.text(index).flatMap(PathText.steps).map(Cell.path)
        }
    }
}
