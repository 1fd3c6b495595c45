/// An item of a document, valid within the callback of ``JSONDocument/forEachItem(_:)``.
public struct JSONItem {
    public let value: JSONValue
    /// The number of the item within its document, from 0.
    public let index: Int
    let lines: ItemLines

    /// The line of the file the item begins in, from 1.
    ///
    /// It is found by searching the text, quickly if the lines of a document's items are asked for in order.
    public var line: Int { lines.line(of: index) }
}
