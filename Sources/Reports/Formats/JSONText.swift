import Model

extension ByteWriter {
    /// The text in quotes; control characters, quotes and backslashes escaped, all else as it is.
    func write(jsonText text: String) {
        write(UInt8(ascii: "\""))
        text.withUTF8Bytes { bytes in
            guard bytes.contains(where: needsEscape) else { return write(bytes) }
            for byte in bytes { write(escaping: byte) }
        }
        write(UInt8(ascii: "\""))
    }

    private func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private func write(escaping byte: UInt8) {
        guard needsEscape(byte) else { return write(byte) }
        write(UInt8(ascii: "\\"))
        switch byte {
        case 0x0A: write(UInt8(ascii: "n"))
        case 0x0D: write(UInt8(ascii: "r"))
        case 0x09: write(UInt8(ascii: "t"))
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): write(byte)
        default:
            write(byte < 0x10 ? "u000" : "u001")
            let digit = byte & 15
            write(digit < 10 ? digit + UInt8(ascii: "0") : digit - 10 + UInt8(ascii: "a"))
        }
    }

    func write(jsonText text: String?) {
        if let text { write(jsonText: text) } else { write("null") }
    }

    func write(jsonCell cell: Cell) {
        switch cell {
        case .null: write("null")
        case .text(let text): write(jsonText: text)
        case .boolean(let value): write(value ? "true" : "false")
        case .integer(let value): write(value)
        case .instant(let instant):
            write(UInt8(ascii: "\""))
            write(instant)
            write(UInt8(ascii: "\""))
        case .path(let steps): write(jsonPath: steps)
        }
    }

    private func write(jsonPath steps: [PathStep]) {
        write(UInt8(ascii: "["))
        for (index, step) in steps.enumerated() {
            write(index == 0 ? "{\"id\": " : ", {\"id\": ")
            write(jsonText: step.id)
            write(", \"name\": ")
            write(jsonText: step.name)
            write(UInt8(ascii: "}"))
        }
        write(UInt8(ascii: "]"))
    }
}
