import CSimdjson

extension JSONValue {
    /// The value as JSON without blanks, its members in the order of the text.
    ///
    /// Strings are escaped where JSON demands it and nowhere else; numbers are written in the shortest form
    /// that reads back as the same `Int` or `Double`, so `1.50` becomes `1.5`.
    public func rawText() -> String {
        text()
    }

    /// As ``rawText()``, with the members of every object sorted by the bytes of their keys, and of repeated
    /// keys only the last: equal for values that say the same.
    public func canonicalText() -> String {
        text(CSJ_CANONICAL)
    }

    /// Hands out the bytes of ``canonicalText()``, which are valid within the call.
    public func withCanonicalText(_ body: (UnsafeRawBufferPointer) -> Void) {
        withoutActuallyEscaping(body) { body in
            var receive = body
            let isWritten = withUnsafeMutablePointer(to: &receive) { receive in
                let sink: csj_sink = { context, bytes, count in
                    typealias Receiver = (UnsafeRawBufferPointer) -> Void
                    let text = UnsafeRawBufferPointer(start: bytes, count: count)
                    context?.assumingMemoryBound(to: Receiver.self).pointee(text)
                }
                return csj_write(raw, CSJ_CANONICAL, nil, sink, receive)
            }
            precondition(isWritten, "not enough memory for the text of a value")
        }
    }

    func text(_ style: csj_style = CSJ_MINIFIED, omitting key: StaticString? = nil) -> String {
        var result = ""
        let isWritten = withUnsafeMutablePointer(to: &result) { result in
            let sink: csj_sink = { context, bytes, count in
                let text = UnsafeBufferPointer(start: bytes, count: count)
                context?.assumingMemoryBound(to: String.self).pointee = String(decoding: text, as: UTF8.self)
            }
            guard let key else { return csj_write(raw, style, nil, sink, result) }
            var omitted = csj_bytes(start: key.utf8Start, count: key.utf8CodeUnitCount)
            return csj_write(raw, style, &omitted, sink, result)
        }
        // Swift's own strings end the process as well when memory runs out.
        precondition(isWritten, "not enough memory for the text of a value")
        return result
    }
}
