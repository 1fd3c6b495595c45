/// One document of a file, valid within the callback of ``JSONFile/read(observer:_:)``.
public struct JSONDocument {
    /// What a document is made of.
    public enum Shape: Sendable {
        /// A Graph collection: an object whose member `value` is an array (GRAPH.md 9).
        case page
        /// An array without anything around it.
        case array
        /// An object that is no page.
        case object
        /// A string, number, boolean or null, which no export consists of.
        case scalar
    }

    public let shape: Shape
    /// The members beside the items.
    public let envelope: JSONEnvelope
    /// The line the document begins in, from 1.
    public let line: Int

    let content: Content
    let reading: Reading
    private let ticket: Int

    /// Where the items are.
    enum Content {
        case whole(JSONValue, ItemLines)
        case elements(of: JSONValue, ItemLines)
        case windows(of: CutDocument)
    }

    init(shape: Shape, envelope: JSONEnvelope, line: Int, content: Content, reading: Reading) {
        self.shape = shape
        self.envelope = envelope
        self.line = line
        self.content = content
        self.reading = reading
        ticket = reading.ticket
    }

    /// Hands out the items in the order of the text: of a page the elements of `value`, of an array its
    /// elements, of an object or scalar the one value itself.
    ///
    /// It may be called again for the same document, but not from within `body`.
    ///
    /// - Throws: what `body` throws, and ``JSONTextError``: the file was written to or cannot be read again,
    ///   or the document is no longer at hand. Items may have been handed out before.
    public func forEachItem(_ body: (JSONItem) throws -> Void) throws {
        guard ticket == reading.ticket, !reading.isHandingOutItems else {
            throw JSONTextError.documentNotAtHand(file: reading.name)
        }
        reading.isHandingOutItems = true
        defer { reading.isHandingOutItems = false }
        switch content {
        case .whole(let value, let lines):
            try body(JSONItem(value: value, index: 0, lines: lines))
        case .elements(let array, let lines):
            try Reading.handOutItems(of: array, lines, body)
        case .windows(let cut):
            try reading.handOutItems(of: cut, body)
        }
    }
}
