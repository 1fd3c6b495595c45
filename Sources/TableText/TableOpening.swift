/// What the first line of a table shows.
struct TableOpening {
    /// The one of comma, semicolon and tab that stands most often outside of quotes; the comma where none does.
    let delimiter: UInt8
    /// So many bytes and lines come before the header: `sep=;`, which tells Excel the delimiter.
    let skipped: Int
    let skippedLines: Int

    private static let delimiters: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]

    init(_ text: [UInt8]) {
        if let told = TableOpening.told(text) {
            (delimiter, skipped, skippedLines) = (told.delimiter, told.length, 1)
            return
        }
        (skipped, skippedLines) = (0, 0)
        var counts = [0, 0, 0]
        TableOpening.forEachOutsideQuotes(text) { byte in
            if let index = TableOpening.delimiters.firstIndex(of: byte) { counts[index] += 1 }
        }
        let most = counts.max() ?? 0
        delimiter = TableOpening.delimiters[counts.firstIndex(of: most) ?? 0]
    }

    /// Whether the text goes on behind its first line, or behind its second where the first tells the delimiter.
    static func holdsHeader(_ text: [UInt8]) -> Bool {
        let rest = told(text).map { Array(text.dropFirst($0.length)) } ?? text
        return forEachOutsideQuotes(rest) { _ in }
    }

    private static func told(_ text: [UInt8]) -> (delimiter: UInt8, length: Int)? {
        guard let end = text.firstIndex(of: 0x0A), (5...6).contains(end),
            String(decoding: text[..<4], as: UTF8.self).lowercased() == "sep=", delimiters.contains(text[4]),
            end == 5 || text[5] == 0x0D
        else { return nil }
        return (text[4], end + 1)
    }

    /// Goes through the first line.
    ///
    /// - Returns: whether it has an end.
    @discardableResult
    private static func forEachOutsideQuotes(_ text: [UInt8], _ body: (UInt8) -> Void) -> Bool {
        var isQuoted = false
        for byte in text {
            if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
            } else if !isQuoted {
                if byte == 0x0A { return true }
                body(byte)
            }
        }
        return false
    }
}
