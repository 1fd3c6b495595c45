import Model

/// Some rows of a query, close together in memory: one thread reads them, another writes them.
struct QueriedRows: Sendable {
    /// A cell; of what is larger, its place.
    enum Value {
        case null
        case boolean(Bool)
        case integer(Int64)
        case instant(Instant)
        case text(start: Int, count: Int)
        case path(Int)
    }

    /// How many bytes a text has, about.
    private static let usualText = 24

    private let columnCount: Int
    private var values: [Value] = []
    private var bytes: [UInt8] = []
    private var paths: [[PathStep]] = []

    init(columnCount: Int, capacity: Int) {
        self.columnCount = columnCount
        values.reserveCapacity(columnCount * capacity)
        bytes.reserveCapacity(columnCount * capacity * QueriedRows.usualText)
    }

    /// One row.
    init(_ cells: [Cell]) {
        self.init(columnCount: cells.count, capacity: 1)
        for cell in cells { append(cell) }
    }

    var count: Int { values.count / columnCount }

    mutating func append(_ cell: Cell) {
        switch cell {
        case .null: values.append(.null)
        case .boolean(let value): values.append(.boolean(value))
        case .integer(let value): values.append(.integer(value))
        case .instant(let instant): values.append(.instant(instant))
        case .text(let text): text.withUTF8Bytes { append(text: $0) }
        case .path(let steps):
            values.append(.path(paths.count))
            paths.append(steps)
        }
    }

    mutating func append(text: UnsafeBufferPointer<UInt8>) {
        values.append(.text(start: bytes.count, count: text.count))
        bytes.append(contentsOf: text)
    }

    /// Lends one row after the other.
    func forEachRow(_ body: (LentRow) throws(ReportsError) -> Void) throws(ReportsError) {
        try values.withUnsafeBufferPointer { (values) throws(ReportsError) in
            try bytes.withUnsafeBufferPointer { (bytes) throws(ReportsError) in
                try paths.withUnsafeBufferPointer { (paths) throws(ReportsError) in
                    for start in stride(from: 0, to: values.count, by: columnCount) {
                        let row = UnsafeBufferPointer(rebasing: values[start..<start + columnCount])
                        try body(LentRow(row, bytes: bytes, paths: paths))
                    }
                }
            }
        }
    }
}
