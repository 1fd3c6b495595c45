/// What an object says of a column. Bytes are valid as long as what they point into.
public enum Cell {
    /// Nothing: the last value stands.
    case absent
    /// That it is empty.
    case null
    case integer(Int64)
    /// Valid UTF-8.
    case text(UnsafeRawBufferPointer)
    case id(CellId)
}

/// An id as it stands in a row.
public struct CellId {
    public let packed: PackedId
    /// Its number, where that was looked up in advance; else 0.
    let key: UInt32
    /// The text of what is no GUID, normalized (Model.Identifier).
    public let text: UnsafeRawBufferPointer?
}
