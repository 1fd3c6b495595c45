/// Reads what was written into a ``RowBuffer``, in the order of its writing.
public struct RowCursor {
    private var place: UnsafeRawPointer?

    init(_ start: UnsafeMutableRawPointer?) {
        place = UnsafeRawPointer(start)
    }

    public mutating func count() -> Int { Int(load(UInt32.self)) }

    public mutating func print() -> UInt64 { load(UInt64.self) }

    /// What stands between here and where another cursor of the same buffer is.
    func bytes(to end: RowCursor) -> UnsafeRawBufferPointer {
        guard let place, let last = end.place else { return UnsafeRawBufferPointer(start: nil, count: 0) }
        return UnsafeRawBufferPointer(start: place, count: last - place)
    }

    public mutating func skip(_ count: Int) { place = place.map { $0 + count } }

    public mutating func cell() -> Cell {
        switch RowTag(rawValue: load(UInt8.self)) {
        case .null: .null
        case .integer: .integer(load(Int64.self))
        case .text: .text(text())
        case .guid: .id(CellId(packed: packed(), key: load(UInt32.self), text: nil))
        case .namedId: .id(CellId(packed: packed(), key: load(UInt32.self), text: text()))
        case .absent, nil: .absent
        }
    }

    /// Nil for a cell that is no text.
    public mutating func optionalText() -> UnsafeRawBufferPointer? {
        if case .text(let text) = cell() { text } else { nil }
    }

    /// Nil for a cell that is no id.
    public mutating func optionalId() -> CellId? {
        if case .id(let id) = cell() { id } else { nil }
    }

    private mutating func packed() -> PackedId {
        let high = load(UInt64.self)
        return PackedId(high: high, low: load(UInt64.self))
    }

    private mutating func text() -> UnsafeRawBufferPointer {
        let count = count()
        defer { place = place.map { $0 + count } }
        return UnsafeRawBufferPointer(start: place, count: count)
    }

    private mutating func load<Value: BitwiseCopyable>(_ type: Value.Type) -> Value {
        // A cursor is made of a buffer that has an address.
        guard let start = place else { preconditionFailure("no rows") }
        place = start + MemoryLayout<Value>.size
        return start.loadUnaligned(as: type)
    }
}
