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
        text.withUTF8Bytes { bytes in
            let isGuarded = FormulaGuard.isNeeded(bytes)
            guard bytes.contains(where: isSpecial) else {
                if isGuarded { write(UInt8(ascii: "'")) }
                return write(bytes)
            }
            write(UInt8(ascii: "\""))
            if isGuarded { write(UInt8(ascii: "'")) }
            for byte in bytes {
                if byte == UInt8(ascii: "\"") { write(byte) }
                write(byte)
            }
            write(UInt8(ascii: "\""))
        }
    }

    private func isSpecial(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
    }
}
