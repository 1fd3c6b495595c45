/// How text stands in a CSV cell so that no spreadsheet takes it for a formula, and can be had back.
///
/// Text that begins with `=`, `+`, `-`, `@`, tab or CR, behind any number of `'`, gets one `'` in front
/// (OWASP, CSV Injection). Taking one `'` away from what begins with `'` and then, behind any further `'`,
/// with one of these gives the text back.
public enum FormulaGuard {
    /// The text as it stands in the cell.
    public static func guarded(_ text: String) -> String {
        isNeeded(text.utf8) ? "'" + text : text
    }

    /// The text that `guarded` made this cell from.
    public static func undone(_ cell: String) -> String {
        cell.utf8.first == apostrophe && isNeeded(cell.utf8.dropFirst()) ? String(cell.dropFirst()) : cell
    }

    static func isNeeded(_ bytes: some Sequence<UInt8>) -> Bool {
        for byte in bytes where byte != apostrophe {
            return byte == UInt8(ascii: "=") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
                || byte == UInt8(ascii: "@") || byte == 0x09 || byte == 0x0D
        }
        return false
    }

    private static let apostrophe = UInt8(ascii: "'")
}

extension ByteWriter {
    /// Guarded, and quoted where it holds a comma, a quote or the end of a line.
    func write(csvText text: String) {
        text.withUTF8Bytes { write(csvText: $0, CSVTraits($0)) }
    }

    /// The same of bytes that should be UTF-8: what is none is replaced.
    func write(csvText bytes: UnsafeBufferPointer<UInt8>) {
        let traits = CSVTraits(bytes)
        if traits.isASCII { return write(csvText: bytes, traits) }
        write(csvText: String(decoding: bytes, as: UTF8.self))
    }

    private func write(csvText bytes: UnsafeBufferPointer<UInt8>, _ traits: CSVTraits) {
        if traits.needsQuotes { write(UInt8(ascii: "\"")) }
        if FormulaGuard.isNeeded(bytes) { write(UInt8(ascii: "'")) }
        guard traits.needsQuotes else { return write(bytes) }
        var start = 0
        for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\"") {
            // The run with this quote; the next begins with it again.
            write(UnsafeBufferPointer(rebasing: bytes[start...index]))
            start = index
        }
        write(UnsafeBufferPointer(rebasing: bytes[start...]))
        write(UInt8(ascii: "\""))
    }
}

/// What a text needs in a CSV cell.
private struct CSVTraits {
    let needsQuotes: Bool
    let isASCII: Bool

    /// Looks at all bytes, without a branch: so many are looked at at once.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var (special, all): (UInt8, UInt8) = (0, 0)
        for byte in bytes {
            special |= byte == UInt8(ascii: ",") ? 1 : 0
            special |= byte == UInt8(ascii: "\"") ? 1 : 0
            special |= byte == 0x0A ? 1 : 0
            special |= byte == 0x0D ? 1 : 0
            all |= byte
        }
        needsQuotes = special != 0
        isASCII = all < 0x80
    }
}
