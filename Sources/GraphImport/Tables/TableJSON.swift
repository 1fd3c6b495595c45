/// Writes a JSON object, member by member.
struct TableJSON {
    private(set) var bytes: [UInt8] = []
    private var isFirst = true

    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func append(newlines count: Int) {
        if count > 0 { bytes.append(contentsOf: repeatElement(0x0A, count: count)) }
    }

    /// `{…}`
    mutating func object(_ body: (inout TableJSON) -> Void) {
        bytes.append(UInt8(ascii: "{"))
        isFirst = true
        body(&self)
        bytes.append(UInt8(ascii: "}"))
        isFirst = false
    }

    mutating func object(_ key: StaticString, _ body: (inout TableJSON) -> Void) {
        self.key(key)
        object(body)
    }

    /// Goes on behind an object with its member `value`, up to the bracket of the list.
    mutating func beginValue() {
        bytes.removeLast()
        append(",\"value\":[")
    }

    /// A text; null for an empty cell.
    mutating func member(_ key: StaticString, _ cell: ArraySlice<UInt8>?) {
        self.key(key)
        if let cell { string(cell) } else { append("null") }
    }

    mutating func member(_ key: StaticString, text: String) {
        self.key(key)
        string(text.utf8)
    }

    mutating func member(_ key: StaticString, texts: [String]) {
        self.key(key)
        bytes.append(UInt8(ascii: "["))
        for (index, text) in texts.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            string(text.utf8)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// Texts as one, with a slash between them.
    mutating func member(_ key: StaticString, joined cells: [ArraySlice<UInt8>?]) {
        self.key(key)
        string(cells.map { $0 ?? [] }.joined(separator: [UInt8(ascii: "/")]))
    }

    mutating func key(_ key: StaticString) {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
        bytes.append(UInt8(ascii: "\""))
        append(key)
        append("\":")
    }

    private mutating func string(_ text: some Sequence<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case ..<0x20:
                append("\\u00")
                bytes.append(byte < 0x10 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
                let digit = byte & 0x0F
                bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
