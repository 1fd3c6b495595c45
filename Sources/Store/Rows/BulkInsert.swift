import GRDB

/// Inserts many rows of a narrow table by one statement: what SQLite does around each statement costs more than
/// such a row.
///
/// Rows reach the table when enough of them are there and with `flush`. Text must live until then.
final class BulkInsert {
    private let many: Statement
    private let one: Statement
    private let width: Int
    private var cells: ContiguousArray<Cell> = []
    /// The bytes of GUIDs while a statement runs.
    private let guids: UnsafeMutableRawBufferPointer
    private static let rows = 32

    /// - Parameter columns: as SQL names them.
    init(_ database: Database, into table: String, columns: [String], orIgnore: Bool = false) throws {
        width = columns.count
        func sql(_ rows: Int) -> String {
            let row = "(" + Array(repeating: "?", count: columns.count).joined(separator: ", ") + ")"
            return "INSERT \(orIgnore ? "OR IGNORE " : "")INTO \(table) (\(columns.joined(separator: ", "))) "
                + "VALUES " + Array(repeating: row, count: rows).joined(separator: ", ")
        }
        many = try Statement(database, sql(BulkInsert.rows))
        one = try Statement(database, sql(1))
        cells.reserveCapacity(width * BulkInsert.rows)
        guids = .allocate(byteCount: 16 * width * BulkInsert.rows, alignment: 16)
    }

    deinit { guids.deallocate() }

    /// Adds the next cell; a row is complete with its last one.
    func add(_ cell: Cell) throws {
        cells.append(cell)
        if cells.count == width * BulkInsert.rows {
            try run(many, cells[...])
            cells.removeAll(keepingCapacity: true)
        }
    }

    func flush() throws {
        for start in stride(from: 0, to: cells.count, by: width) {
            try run(one, cells[start..<(start + width)])
        }
        cells.removeAll(keepingCapacity: true)
    }

    private func run(_ statement: Statement, _ cells: ArraySlice<Cell>) throws {
        var index: Int32 = 1
        for cell in cells {
            if case .id(let id) = cell, id.text == nil {
                let start = 16 * (Int(index) - 1)
                let bytes = UnsafeMutableRawBufferPointer(rebasing: guids[start..<(start + 16)])
                id.packed.withBytes { bytes.copyMemory(from: $0) }
                statement.bind(index, blob: UnsafeRawBufferPointer(bytes))
            } else {
                statement.bind(index, cell)
            }
            index += 1
        }
        try statement.run()
    }
}
