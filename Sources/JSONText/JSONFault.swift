/// What is wrong at a place in a text that is not JSON.
///
/// Beyond RFC 8259 a text is refused when it is nested too deeply or holds a number that neither 64 bits nor
/// a finite double can hold. No case carries content of the text.
public enum JSONFault: Hashable, Sendable {
    /// A comma with nothing behind it; the place is the comma's.
    case trailingComma(before: Closing)
    case comment
    case newlineInString
    case controlInString
    case invalidEscape
    case unpairedSurrogate
    case expectedValue
    case expectedKey
    case expectedColon
    case expectedComma(or: Closing)
    /// Something between documents that begins none, such as a comma.
    case expectedDocument
    case malformedNumber
    case numberOutOfRange
    /// A word that begins like `true`, `false` or `null` and goes on otherwise.
    case malformedWord
    case tooDeep(limit: Int)
    case endOfFile
    case endOfFileInString
    case invalidUTF8
    /// A zero byte outside of strings, as in UTF-16 without a byte order mark.
    case zeroByte

    /// The end of an array or of an object.
    public enum Closing: Character, Sendable {
        case array = "]"
        case object = "}"
    }
}

extension JSONFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .trailingComma(let closing): "trailing comma before '\(closing.rawValue)'"
        case .comment: "comment"
        case .newlineInString: "unescaped newline in string"
        case .controlInString: "unescaped control character in string"
        case .invalidEscape: "invalid escape in string"
        case .unpairedSurrogate: "unpaired surrogate in string"
        case .expectedValue: "expected a value"
        case .expectedKey: "expected a key in double quotes"
        case .expectedColon: "expected ':'"
        case .expectedComma(let closing): "expected ',' or '\(closing.rawValue)'"
        case .expectedDocument: "expected '{' or '['"
        case .malformedNumber: "malformed number"
        case .numberOutOfRange: "number out of range"
        case .malformedWord: "expected true, false or null"
        case .tooDeep(let limit): "nested deeper than \(limit)"
        case .endOfFile: "unexpected end of file"
        case .endOfFileInString: "unexpected end of file in string"
        case .invalidUTF8: "invalid UTF-8"
        case .zeroByte: "zero byte (UTF-16 needs a byte order mark)"
        }
    }
}
