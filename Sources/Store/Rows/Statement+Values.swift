import Foundation

extension Statement {
    func bind(_ index: Int32, _ value: StoredValue) {
        switch value {
        case .null: bind(index, nil as Int64?)
        case .integer(let integer): bind(index, integer)
        case .text(let text): bind(index, text)
        }
    }

    /// Binds a cell, whose text must live until the statement is run.
    func bind(_ index: Int32, _ cell: Cell) {
        switch cell {
        case .integer(let integer): bind(index, integer)
        case .text(let text): bind(index, text)
        case .id(let id): if let text = id.text { bind(index, text) } else { bind(index, id.packed) }
        case .absent, .null: bind(index, nil as Int64?)
        }
    }

    func stored(_ column: Int32) -> StoredValue {
        switch columnType(column) {
        case .null: .null
        case .integer: .integer(integer(column) ?? 0)
        case .text: .text(text(column) ?? "")
        }
    }

    /// Whether the column holds just this number.
    func holds(_ integer: Int64, _ column: Int32) -> Bool {
        columnType(column) == .integer && self.integer(column) == integer
    }

    /// Whether the column holds just this text.
    func holds(_ text: UnsafeRawBufferPointer, _ column: Int32) -> Bool {
        guard columnType(column) == .text, let held = bytes(column), held.count == text.count else {
            return false
        }
        guard let held = held.baseAddress, let text = text.baseAddress else { return true }
        return memcmp(held, text, self.bytes(column)?.count ?? 0) == 0
    }
}
