import Model

/// Some rows of a query, close together in memory: one thread reads them, another writes them.
struct QueriedRows: Sendable {
    /// A cell; of what is larger, its place.
    private enum Value {
        case null
        case boolean(Bool)
        case integer(Int64)
        case instant(Instant)
        case text(start: Int, count: Int)
        case path(Int)
    }

    private let columnCount: Int
    private var values: [Value] = []
    private var bytes: [UInt8] = []
    private var paths: [[PathStep]] = []

    init(columnCount: Int, capacity: Int) {
        self.columnCount = columnCount
        values.reserveCapacity(columnCount * capacity)
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

    /// The cells of the row of this number.
    func cells(_ row: Int) -> [Cell] {
        values[row * columnCount..<(row + 1) * columnCount].map(cell)
    }

    /// Writes the row of this number; texts go as the bytes that they are.
    func write(_ row: Int, to format: any CellwiseFormat) throws(ReportsError) {
        format.beginRow()
        bytes.withUnsafeBufferPointer { bytes in
            for column in 0..<columnCount {
                switch values[row * columnCount + column] {
                case .text(let start, let count):
                    let text = UnsafeBufferPointer(rebasing: bytes[start..<start + count])
                    format.write(utf8: text, column: column)
                case let value: format.write(cell(value), column: column)
                }
            }
        }
        try format.endRow()
    }

    private func cell(_ value: Value) -> Cell {
        switch value {
        case .null: .null
        case .boolean(let value): .boolean(value)
        case .integer(let value): .integer(value)
        case .instant(let instant): .instant(instant)
        case .text(let start, let count): .text(String(decoding: bytes[start..<start + count], as: UTF8.self))
        case .path(let index): .path(paths[index])
        }
    }
}
