/// A format whose row is what its cells come to, one after the other: so what some cells came to can be kept, and
/// written again in other rows.
protocol CellwiseFormat: LentRowFormat {
    /// Where the rows of the table go. Only between `beginTable` and `endTable`.
    var rowWriter: ByteWriter? { get }
    /// What stands before the first cell of a row.
    func beginRow()
    /// The cell with what parts it from the one before.
    func write(_ cell: Cell, column: Int)
    /// The same for a text, of bytes that should be UTF-8.
    func write(utf8 text: UnsafeBufferPointer<UInt8>, column: Int)
    /// What stands after the last cell. Throws what went wrong so far.
    func endRow() throws(ReportsError)
}

extension CellwiseFormat {
    func write(utf8 text: UnsafeBufferPointer<UInt8>, column: Int) {
        write(.text(String(decoding: text, as: UTF8.self)), column: column)
    }

    /// Texts go as the bytes that they are.
    func write(_ row: LentRow) throws(ReportsError) {
        beginRow()
        for column in 0..<row.count {
            switch row[column] {
            case .text(let text): write(utf8: text, column: column)
            case let cell: write(Cell(cell), column: column)
            }
        }
        try endRow()
    }
}
