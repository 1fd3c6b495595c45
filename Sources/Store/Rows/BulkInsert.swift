import GRDB

/// Inserts many rows by one statement: what SQLite does around each statement costs a good part of a wide row and
/// more than a narrow one.
///
/// Rows reach the table when enough of them are there and with `flush`. Text must live until then.
final class BulkInsert {
    /// What becomes of a row whose key is there.
    enum Conflict: String {
        case fail = "INSERT"
        case ignore = "INSERT OR IGNORE"
        case replace = "INSERT OR REPLACE"
    }

    private let one: Statement
    /// Made when there is use for it.
    private lazy var many = Result { try Statement(database, BulkInsert.sql(head, width: width, rows: rows)) }
    private let database: Database
    private let head: String
    private let width: Int
    /// How many go together.
    private let rows: Int
    @exclusivity(unchecked) private var cells: ContiguousArray<Cell> = []
    /// The bytes of GUIDs while a statement runs.
    private let guids: UnsafeMutableRawBufferPointer
    /// Of more, preparing costs more than is won.
    private static let mostCells = 256

    /// - Parameter columns: as SQL names them.
    init(
        _ database: Database, into table: String, columns: [String], onConflict conflict: Conflict = .fail
    ) throws {
        self.database = database
        head = "\(conflict.rawValue) INTO \(table) (\(columns.joined(separator: ", "))) VALUES "
        width = columns.count
        rows = max(1, min(32, BulkInsert.mostCells / width))
        guids = .allocate(byteCount: 16 * width * rows, alignment: 16)
        one = try Statement(database, BulkInsert.sql(head, width: width, rows: 1))
        cells.reserveCapacity(width * rows)
    }

    deinit { guids.deallocate() }

    private static func sql(_ head: String, width: Int, rows: Int) -> String {
        let row = "(" + Array(repeating: "?", count: width).joined(separator: ", ") + ")"
        return head + Array(repeating: row, count: rows).joined(separator: ", ")
    }

    /// Adds the next cell; a row is complete with its last one.
    func add(_ cell: Cell) throws {
        cells.append(cell)
        if cells.count == width * rows {
            try run(many.get(), cells[...])
            cells.removeAll(keepingCapacity: true)
        }
    }

    func flush() throws {
        guard !cells.isEmpty else { return }
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
