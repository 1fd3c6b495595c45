import CSimdjson

/// One value of a parsed document.
///
/// A value is two words and cheap to pass on. It points into memory of the parser, which is used again for
/// the next part of the file: **a value, its `utf8` and its keys are valid only within the callback that
/// received them.** What is to be kept must be copied out, as `string`, `int` or ``rawText()``.
public struct JSONValue {
    let raw: csj_value

    public enum Kind: Sendable {
        case null, bool, string, array, object
        /// A whole number that fits `Int`.
        case int
        /// Any other number.
        case double
    }

    public var kind: Kind {
        switch csj_value_kind(raw) {
        case CSJ_BOOL: .bool
        case CSJ_INT: .int
        case CSJ_UINT, CSJ_DOUBLE: .double
        case CSJ_STRING: .string
        case CSJ_ARRAY: .array
        case CSJ_OBJECT: .object
        default: .null
        }
    }

    public var isNull: Bool { csj_value_kind(raw) == CSJ_NULL }

    public var bool: Bool? {
        csj_value_kind(raw) == CSJ_BOOL ? csj_value_bool(raw) : nil
    }

    /// The number, if it was written as a whole number and fits.
    public var int: Int? {
        csj_value_kind(raw) == CSJ_INT ? Int(csj_value_int(raw)) : nil
    }

    /// Any number; a whole number beyond 2^53 is rounded.
    public var double: Double? {
        switch csj_value_kind(raw) {
        case CSJ_INT: Double(csj_value_int(raw))
        case CSJ_UINT: Double(csj_value_uint(raw))
        case CSJ_DOUBLE: csj_value_double(raw)
        default: nil
        }
    }

    /// A string's text, without quotes and escapes, valid within the callback.
    public var utf8: UnsafeRawBufferPointer? {
        csj_value_kind(raw) == CSJ_STRING ? UnsafeRawBufferPointer(csj_value_string(raw)) : nil
    }

    /// A string's text as a copy that may be kept.
    public var string: String? {
        utf8.map { String(decoding: $0, as: UTF8.self) }
    }
}

extension UnsafeRawBufferPointer {
    init(_ bytes: csj_bytes) {
        self.init(start: bytes.start, count: bytes.count)
    }
}
