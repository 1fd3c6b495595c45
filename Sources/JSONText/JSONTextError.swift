#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Why a file could not be read as JSON.
///
/// `file` is the name the file was given to ``JSONFile`` under. No case carries content of the file.
public enum JSONTextError: Error, Hashable, Sendable {
    /// `code` is an `errno`.
    case cannotOpen(file: String, code: Int32)
    /// `code` is an `errno`.
    case cannotRead(file: String, code: Int32)
    /// A folder, a pipe or a device.
    case notRegularFile(file: String)
    case damagedGzip(file: String)
    case truncatedGzip(file: String)
    /// The file is empty or blank.
    case noDocument(file: String)
    /// Line and column begin at 1; the column counts Unicode scalars.
    case invalid(file: String, line: Int, column: Int, fault: JSONFault)
    /// simdjson refused what the search for the place finds no fault with. Not known to happen.
    case refused(file: String, line: Int, reason: String)
    /// An item of a large array, or a document without such an array, exceeds the limit.
    case itemTooLarge(file: String, line: Int, limit: Int)
    /// The members beside a large `value` array exceed the limit.
    case envelopeTooLarge(file: String, line: Int, limit: Int)
    /// A document has two members `value`, so that it is open which of them was meant.
    case repeatedValue(file: String, line: Int)
    /// The file was written to while it was read.
    case changed(file: String)
    case outOfMemory(file: String)
    /// What was to be translated into JSON is not as it should be, in the translator's words.
    case untranslatable(file: String, line: Int, column: Int, reason: String)
    /// A ``JSONDocument`` was kept beyond its callback, or its items were asked for within their own.
    case documentNotAtHand(file: String)
}

extension JSONTextError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .cannotOpen(let file, let code): "\(file): cannot be opened: \(Self.words(for: code))"
        case .cannotRead(let file, let code): "\(file): cannot be read: \(Self.words(for: code))"
        case .notRegularFile(let file): "\(file): not a regular file"
        case .damagedGzip(let file): "\(file): gzip data is damaged"
        case .truncatedGzip(let file): "\(file): gzip data ends early"
        case .noDocument(let file): "\(file): holds no JSON document"
        case .invalid(let file, let line, let column, let fault): "\(file):\(line):\(column): \(fault)"
        case .refused(let file, let line, let reason): "\(file):\(line): refused by simdjson: \(reason)"
        case .itemTooLarge(let file, let line, let limit):
            "\(file):\(line): item larger than \(Self.size(limit))"
        case .envelopeTooLarge(let file, let line, let limit):
            "\(file):\(line): members beside 'value' larger than \(Self.size(limit))"
        case .repeatedValue(let file, let line): "\(file):\(line): member 'value' is given twice"
        case .changed(let file): "\(file): changed while it was read"
        case .outOfMemory(let file): "\(file): not enough memory"
        case .untranslatable(let file, let line, let column, let reason):
            "\(file):\(line):\(column): \(reason)"
        case .documentNotAtHand(let file): "\(file): document used outside of its callback"
        }
    }

    private static func words(for code: Int32) -> String {
        guard let words = strerror(code) else { return "error \(code)" }
        return String(cString: words).lowercased()
    }

    private static func size(_ bytes: Int) -> String {
        bytes >= 1 << 20 && bytes % (1 << 20) == 0 ? "\(bytes >> 20) MB" : "\(bytes) bytes"
    }
}
