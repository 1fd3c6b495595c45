/// What is wrong at a place in a text that is no table. No case carries content of the text.
public enum TableFault: Hashable, Sendable {
    /// The place is that of the quote.
    case quoteNotClosed
    case quoteInField
    case textBehindQuote
    case zeroByte
    /// As older programs on Macintosh end lines.
    case carriageReturn
    case invalidUTF8
    case recordTooLarge(limit: Int)
    case tooManyFields(limit: Int)
    /// A row has another number of fields than the header.
    case fieldCount(found: Int, expected: Int)
    case repeatedHeader(column: Int)
}

extension TableFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .quoteNotClosed: "a quote is opened here and never closed"
        case .quoteInField: "a quote within a field that does not begin with one"
        case .textBehindQuote: "text behind the quote that closes a field"
        case .zeroByte: "zero byte (UTF-16 needs a byte order mark)"
        case .carriageReturn: "a carriage return without a newline"
        case .invalidUTF8: "invalid UTF-8; save the table as CSV UTF-8"
        case .recordTooLarge(let limit): "a row larger than \(limit >> 20) MB"
        case .tooManyFields(let limit): "a row of more than \(limit) fields"
        case .fieldCount(let found, let expected): "the row has \(found) fields, the header has \(expected)"
        case .repeatedHeader(let column): "the header of this column is that of column \(column), too"
        }
    }
}

/// A fault and where it is; line and column begin at 1, the column counts Unicode scalars.
public struct LocatedTableFault: Error, Hashable, Sendable {
    public let fault: TableFault
    public let place: TablePlace
}

/// A place in a text.
public struct TablePlace: Hashable, Sendable {
    public internal(set) var line = 1
    public internal(set) var column = 1
}
