/// Text as it stands on a page that is HTML and well-formed XML at once.
public enum XMLText {
    /// Escaped for content and for attributes in double quotes. A character that XML 1.0 does not allow is
    /// shown as a picture of itself (U+0000 as `␀`), the noncharacters U+FFFE and U+FFFF as `�`. A carriage
    /// return is a reference, since a raw one is read as a line feed; so are a line feed and a tab, which attributes
    /// would lose and by which a page parts the rows that it keeps as text.
    public static func escaped(_ text: String) -> String {
        text.withUTF8Bytes { bytes in
            var result: [UInt8] = []
            result.reserveCapacity(bytes.count + 16)
            escape(bytes) { result.append(contentsOf: $0) }
            return String(decoding: result, as: UTF8.self)
        }
    }

    /// Whether a text is ASCII and stands as it is: looked at eight bytes at once, since most texts are.
    static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let text = UnsafeRawBufferPointer(bytes)
        guard text.count >= 8 else { return text.allSatisfy { $0 < 0x80 && !isSuspect[Int($0)] } }
        var place = 0
        while place + 8 < text.count {
            if hasSuspect(text.loadUnaligned(fromByteOffset: place, as: UInt64.self)) { return false }
            place += 8
        }
        // The last eight, some of them perhaps for the second time.
        return !hasSuspect(text.loadUnaligned(fromByteOffset: text.count - 8, as: UInt64.self))
    }

    @inline(__always)
    private static func hasSuspect(_ word: UInt64) -> Bool {
        // The highest bit is set of bytes above ASCII, below a blank, or suspect; seldom of the one behind it, too.
        // `&` and `'`, `<` and `>` differ in one bit.
        let suspects =
            word | (word &- (0x20 &* ones)) | found(0x22, in: word) | found(0x27, in: word | ones)
            | found(0x3E, in: word | (2 &* ones))
        return suspects & highBits != 0
    }

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highBits: UInt64 = 0x80 * ones

    @inline(__always)
    private static func found(_ byte: UInt64, in word: UInt64) -> UInt64 {
        let difference = word ^ (byte &* ones)
        return (difference &- ones) & ~difference
    }

    /// Hands the escaped text on in pieces: whole runs as they are, a replacement between them.
    static func escape(_ bytes: UnsafeBufferPointer<UInt8>, _ emit: (UnsafeBufferPointer<UInt8>) -> Void) {
        var start = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            guard isSuspect[Int(byte)], let (replacement, length) = replacement(bytes, index) else {
                index += 1
                continue
            }
            emit(UnsafeBufferPointer(rebasing: bytes[start..<index]))
            var copy = replacement
            copy.withUTF8(emit)
            index += length
            start = index
        }
        emit(UnsafeBufferPointer(rebasing: bytes[start..<bytes.count]))
    }

    private static let isSuspect: [Bool] = (0...255).map { byte in
        byte < 0x20 || [0x22, 0x26, 0x27, 0x3C, 0x3E, 0xEF].contains(byte)
    }

    /// What stands for the character here, and how many bytes that is; nil when it may stay.
    private static func replacement(
        _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int
    ) -> (String, Int)? {
        switch bytes[index] {
        case UInt8(ascii: "<"): ("&lt;", 1)
        case UInt8(ascii: ">"): ("&gt;", 1)
        case UInt8(ascii: "&"): ("&amp;", 1)
        case UInt8(ascii: "\""): ("&quot;", 1)
        case UInt8(ascii: "'"): ("&#39;", 1)
        case 0x0D: ("&#13;", 1)
        case 0x0A: ("&#10;", 1)
        case 0x09: ("&#9;", 1)
        case 0xEF:
            index + 2 < bytes.count && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE
                ? ("\u{FFFD}", 3) : nil
        case let control:
            (String(Unicode.Scalar(0x2400 + UInt32(control)) ?? "\u{FFFD}"), 1)
        }
    }
}
