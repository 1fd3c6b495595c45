/// Turns a text of another format, piece by piece, into the JSON that is then read.
///
/// A line of the JSON stands where its source does: a translator writes as many newlines as it reads.
public protocol TextTranslator: AnyObject {
    /// Begins a text.
    func begin()

    /// Takes the next piece of UTF-8 and appends what becomes of it; without bytes, the text is at its end.
    func translate(_ text: UnsafeRawBufferPointer, into json: inout [UInt8]) throws(TranslationFault)
}

/// Why a text cannot be translated, and where; line and column begin at 1, the column counts Unicode scalars.
public struct TranslationFault: Error, Hashable, Sendable {
    public let line: Int
    public let column: Int
    public let reason: String

    public init(line: Int, column: Int, reason: String) {
        self.line = line
        self.column = column
        self.reason = reason
    }
}
