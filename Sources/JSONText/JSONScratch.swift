/// Reads JSON text that was made in memory, such as an object that was written anew or JSON within a string.
///
/// **A value is valid until the next text is read**, and as long as the scratch is there.
public final class JSONScratch {
    /// Made when it is first needed; nil when there is no memory.
    private lazy var parser = Parser()
    private static let depth = JSONLimits().depth

    public init() {}

    /// - Returns: nil when the text is no JSON, or is nested too deeply, or there is no memory.
    public func value(of text: UnsafeRawBufferPointer) -> JSONValue? {
        let buffer = TextBuffer(capacity: text.count)
        buffer.append(text)
        return try? parser?.parse(buffer.bytes(0..<text.count), depth: JSONScratch.depth)
    }

    public func value(of text: String) -> JSONValue? {
        var text = text
        return text.withUTF8 { value(of: UnsafeRawBufferPointer($0)) }
    }
}
