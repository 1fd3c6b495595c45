import JSONText
import Store

/// What an object says of a field.
enum FieldReading {
    /// Nothing: the last value stands.
    case absent
    /// That it is empty.
    case null
    /// Something that is no value of the field's kind. It counts as empty, and is counted.
    case unfit
    case text(String)
    /// Text that is valid as long as the object.
    case bytes(UnsafeRawBufferPointer)
    /// A value that is kept as canonical JSON.
    case json(JSONValue)
    case integer(Int64)
    case boolean(Bool)

    static func optional(_ text: String?) -> FieldReading {
        text.map(FieldReading.text) ?? .null
    }

    static func optional(_ text: UnsafeRawBufferPointer?) -> FieldReading {
        text.map(FieldReading.bytes) ?? .null
    }

    static func optional(_ integer: Int64?) -> FieldReading {
        integer.map(FieldReading.integer) ?? .null
    }

    /// Writes it as the cell of a row.
    ///
    /// - Returns: whether the row has a value.
    @discardableResult
    func write(to rows: RowBuffer, asId: Bool) -> Bool {
        switch self {
        case .absent: rows.appendAbsent()
        case .null, .unfit: rows.appendNull()
        case .integer(let integer): rows.append(integer: integer)
        case .boolean(let boolean): rows.append(integer: boolean ? 1 : 0)
        case .text(let text): asId ? rows.append(id: text) : rows.append(text: text)
        case .bytes(let text): asId ? rows.append(id: text) : rows.append(text: text)
        case .json(let value): Redaction.write(value, to: rows)
        }
        switch self {
        case .absent, .null, .unfit: return false
        default: return true
        }
    }
}
