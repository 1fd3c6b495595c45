import Model
import Resolution
import Store

/// The rows of a query, as the table's columns say what they are.
struct SQLRows {
    private let statement: Statement
    private let names: [String]
    private let types: [ColumnType]
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
        names = table.columns.map(\.name)
        types = table.columns.map(\.type)
        guard statement.columnNames == names else {
            throw SQLRows.fault(
                place,
                "gives the columns \(statement.columnNames.joined(separator: ", ")); "
                    + "the table has \(names.joined(separator: ", "))")
        }
    }

    /// The next rows, so many at most. Fewer are the last: asked again, the query would begin anew.
    func next(_ count: Int) throws -> QueriedRows {
        var rows = QueriedRows(columnCount: types.count, capacity: count)
        var left = count
        while left > 0, try statement.step() {
            for (index, type) in types.enumerated() { try append(Int32(index), type, to: &rows) }
            left -= 1
        }
        return rows
    }

    private func append(_ index: Int32, _ type: ColumnType, to rows: inout QueriedRows) throws {
        switch type {
        case .text, .id, .word, .link:
            if let text = statement.utf8(index) { rows.append(text: text) } else { rows.append(.null) }
        default:
            guard let cell = cell(index, type) else {
                throw SQLRows.fault(place, "gives for \(names[Int(index)]) what is no \(type.rawValue)")
            }
            rows.append(cell)
        }
    }

    private func cell(_ index: Int32, _ type: ColumnType) -> Cell? {
        if statement.isNull(index) { return .null }
        switch type {
        // SQLite would make a number of any text.
        case .boolean, .integer:
            guard statement.isInteger(index), let number = statement.integer(index) else { return nil }
            return type == .boolean ? .boolean(number != 0) : .integer(number)
        case .instant: return statement.moment(index).map(Cell.instant)
        case .path: return statement.text(index).flatMap(PathText.steps).map(Cell.path)
        case .text, .id, .word, .link: return Cell(statement.text(index))
        }
    }
}
