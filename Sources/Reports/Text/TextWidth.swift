/// How wide text is likely to be, where nobody can measure it: in a picture that is drawn before it is seen.
enum TextWidth {
    /// In pixels at this size of letters, in a common sans serif; rather too wide than too narrow.
    static func of(_ text: String, size: Double) -> Double {
        text.reduce(0) { $0 + width($1) } * size
    }

    private static func width(_ character: Character) -> Double {
        guard let ascii = character.asciiValue else {
            // Letters of most scripts are as wide as Latin ones; ideographs, syllables and pictures fill a square.
            return (character.unicodeScalars.first?.value ?? 0) >= 0x1100 ? 1.05 : 0.62
        }
        return switch ascii {
        case UInt8(ascii: "i"), UInt8(ascii: "j"), UInt8(ascii: "l"), UInt8(ascii: "I"), UInt8(ascii: "."),
            UInt8(ascii: ","), UInt8(ascii: "'"), UInt8(ascii: "|"), UInt8(ascii: " "), UInt8(ascii: "t"):
            0.33
        case UInt8(ascii: "m"), UInt8(ascii: "w"), UInt8(ascii: "M"), UInt8(ascii: "W"), UInt8(ascii: "@"),
            UInt8(ascii: "%"):
            0.92
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): 0.68
        default: 0.57
        }
    }

    /// The text in lines no wider than this, parted between words where that goes. What does not fit into so many
    /// lines ends with `…`.
    static func lines(_ text: String, size: Double, width: Double, count: Int) -> [String] {
        var lines: [String] = []
        var rest = text.split(whereSeparator: \.isWhitespace).map(String.init)[...]
        while let word = rest.first {
            var line = ""
            if of(word, size: size) > width {
                // A word that is wider than a line is parted anywhere.
                let fitting = prefix(word, size: size, width: width)
                line = fitting
                rest[rest.startIndex] = String(word.dropFirst(fitting.count))
            } else {
                while let next = rest.first, of(line + " " + next, size: size) <= width || line.isEmpty {
                    line += (line.isEmpty ? "" : " ") + next
                    rest.removeFirst()
                }
            }
            guard lines.count < count else {
                let last = lines.removeLast()
                let cut = of(last + "…", size: size) <= width ? last : String(last.dropLast(2))
                return lines + [cut + "…"]
            }
            lines.append(line)
        }
        return lines.isEmpty ? [""] : lines
    }

    private static func prefix(_ word: String, size: Double, width: Double) -> String {
        var result = ""
        for character in word {
            if !result.isEmpty, of(result + String(character), size: size) > width { break }
            result.append(character)
        }
        return result
    }
}
