import Model

/// A row of a query, lent for as long as it is written: nothing of it may be kept.
struct LentRow {
    private let values: UnsafeBufferPointer<QueriedRows.Value>
    private let bytes: UnsafeBufferPointer<UInt8>
    private let paths: UnsafeBufferPointer<[PathStep]>

    init(
        _ values: UnsafeBufferPointer<QueriedRows.Value>, bytes: UnsafeBufferPointer<UInt8>,
        paths: UnsafeBufferPointer<[PathStep]>
    ) {
        self.values = values
        self.bytes = bytes
        self.paths = paths
    }

    /// How many cells it has.
    var count: Int { values.count }

    subscript(_ column: Int) -> LentCell {
        switch values[column] {
        case .null: .null
        case .boolean(let value): .boolean(value)
        case .integer(let value): .integer(value)
        case .instant(let instant): .instant(instant)
        case .text(let start, let count): .text(UnsafeBufferPointer(rebasing: bytes[start..<start + count]))
        case .path(let index): .path(paths[index])
        }
    }

    /// Its cells, to keep.
    var cells: [Cell] {
        (0..<count).map { Cell(self[$0]) }
    }
}

/// A cell of which the text is the bytes that the database has: they should be UTF-8, and nobody has looked.
enum LentCell {
    case null
    case text(UnsafeBufferPointer<UInt8>)
    case boolean(Bool)
    case integer(Int64)
    case instant(Instant)
    case path([PathStep])

    var isNull: Bool {
        if case .null = self { true } else { false }
    }

    /// The text of a cell that holds one.
    var text: String? {
        if case .text(let bytes) = self { String(decoding: bytes, as: UTF8.self) } else { nil }
    }
}

extension Cell {
    /// The same, to keep; what is no UTF-8 is replaced.
    init(_ cell: LentCell) {
        self =
            switch cell {
            case .null: .null
            case .text(let bytes): .text(String(decoding: bytes, as: UTF8.self))
            case .boolean(let value): .boolean(value)
            case .integer(let value): .integer(value)
            case .instant(let instant): .instant(instant)
            case .path(let steps): .path(steps)
            }
    }
}
