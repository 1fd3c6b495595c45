/// Text as it stands in a cell of Excel.
///
/// It is always written as text, so nothing in it is ever a formula or a link. A character that XML does not allow is
/// shown as on a page (U+0000 as `␀`); what Excel would read as such a character's number (`_x0041_`) is written so
/// that it reads as it is.
enum ExcelText {
    /// How many UTF-16 units a cell takes.
    static let longest = 32_767
    /// In letters; each may be several units.
    private static let longestNote = 200

    /// Nil where the text can stay as it is.
    ///
    /// - Returns: the text for the cell, and whether it had to be cut; then its end says so.
    static func changed(_ text: String, _ texts: PageTexts) -> (text: String, isCut: Bool)? {
        let isPlain = text.withUTF8Bytes { bytes in
            bytes.count <= longest && !bytes.contains { isSuspect[Int($0)] }
        }
        if isPlain { return nil }
        let whole = escaped(text)
        guard whole.utf16.count > longest else { return (whole, false) }
        let count = PageValues.grouped(text.unicodeScalars.count)
        let note = String(texts.filled("cutText", ["count": count]).prefix(longestNote))
        var rest = longest - note.utf16.count
        var kept = String.UnicodeScalarView()
        for scalar in whole.unicodeScalars {
            rest -= UTF16.width(scalar)
            if rest < 0 { break }
            kept.append(scalar)
        }
        return (String(kept) + note, true)
    }

    private static let isSuspect: [Bool] = (0...255).map { byte in
        isControl(UInt32(byte)) || byte == UInt8(ascii: "_") || byte == 0xEF
    }

    /// What no XML takes. Tabs and ends of lines may stay: libxlsxwriter writes a carriage return as its number.
    private static func isControl(_ value: UInt32) -> Bool {
        value < 0x20 && value != 0x09 && value != 0x0A && value != 0x0D
    }

    private static func escaped(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            switch scalar.value {
            case let value where isControl(value):
                result.append(Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}")
            case 0xFFFE, 0xFFFF: result.append("\u{FFFD}")
            case 0x5F where isNumber(scalars[index...]): result.append(contentsOf: "_x005F_".unicodeScalars)
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// `_x` with four hexadecimal digits and `_`.
    private static func isNumber(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        let shape = scalars.prefix(7)
        guard shape.count == 7, shape.last == "_", shape.dropFirst().first == "x" else { return false }
        return shape.dropFirst(2).dropLast().allSatisfy { $0.isASCII && $0.properties.isASCIIHexDigit }
    }
}
