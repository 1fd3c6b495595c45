import CSimdjson

/// simdjson's parser; what it parsed is valid until it parses again.
final class Parser {
    /// Why a text was not parsed.
    struct Refusal: Error {
        let reason: String
        let isOutOfMemory: Bool
    }

    private let handle: OpaquePointer

    init?() {
        guard let handle = csj_parser_new() else { return nil }
        self.handle = handle
    }

    deinit { csj_parser_free(handle) }

    /// Parses one document, which must be followed by `CSJ_PADDING` bytes of any content.
    func parse(_ text: UnsafeRawBufferPointer, depth: Int) throws(Refusal) -> JSONValue {
        var root = csj_value()
        let bytes = text.baseAddress?.assumingMemoryBound(to: UInt8.self)
        let code = csj_parse(handle, bytes, text.count, depth, &root)
        guard code == 0 else {
            throw Refusal(
                reason: String(cString: csj_error_message(code)), isOutOfMemory: csj_is_out_of_memory(code))
        }
        return JSONValue(raw: root)
    }
}
