/// Checks a string byte by byte, from behind its opening quote.
struct StringChecker {
    private enum State {
        case text
        case escape
        /// That many hexadecimal digits are to come.
        case digits(Int)
        /// The escape of a low surrogate must follow, of which so many bytes have been seen.
        case lowSurrogate(Int)
        /// So many bytes of a character are to come, the next of them from this range.
        case character(Int, ClosedRange<UInt8>)
    }

    private var state = State.text
    private var unit: UInt32 = 0
    private var isAfterHighSurrogate = false
    /// Where the escape or character begins.
    private var mark = TextPlace()

    /// Takes the next byte; true when the string ends with it.
    mutating func takes(_ byte: UInt8, at place: TextPlace) throws(LocatedFault) -> Bool {
        switch state {
        case .text: return try takesText(byte, at: place)
        case .escape: try takeEscape(byte)
        case .digits(let count): try takeDigit(byte, of: count)
        case .lowSurrogate(let count):
            guard byte == UInt8(ascii: count == 0 ? "\\" : "u") else { throw fault(.unpairedSurrogate) }
            state = count == 0 ? .lowSurrogate(1) : .digits(4)
        case .character(let count, let range):
            guard range ~= byte else {
                let isSurrogate = range.upperBound == 0x9F && 0xA0...0xBF ~= byte
                throw fault(isSurrogate ? .unpairedSurrogate : .invalidUTF8)
            }
            state = count == 1 ? .text : .character(count - 1, 0x80...0xBF)
        }
        return false
    }

    private mutating func takesText(_ byte: UInt8, at place: TextPlace) throws(LocatedFault) -> Bool {
        mark = place
        switch byte {
        case UInt8(ascii: "\""): return true
        case UInt8(ascii: "\\"): state = .escape
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"): throw fault(.newlineInString)
        case 0..<0x20: throw fault(.controlInString)
        case 0x20..<0x80: break
        case 0xC2...0xDF: state = .character(1, 0x80...0xBF)
        case 0xE0: state = .character(2, 0xA0...0xBF)
        case 0xED: state = .character(2, 0x80...0x9F)
        case 0xE1...0xEF: state = .character(2, 0x80...0xBF)
        case 0xF0: state = .character(3, 0x90...0xBF)
        case 0xF1...0xF3: state = .character(3, 0x80...0xBF)
        case 0xF4: state = .character(3, 0x80...0x8F)
        default: throw fault(.invalidUTF8)
        }
        return false
    }

    private mutating func takeEscape(_ byte: UInt8) throws(LocatedFault) {
        switch byte {
        case UInt8(ascii: "u"): state = .digits(4)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            state = .text
        default: throw fault(.invalidEscape)
        }
    }

    private mutating func takeDigit(_ byte: UInt8, of count: Int) throws(LocatedFault) {
        guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw fault(.invalidEscape) }
        unit = (unit << 4 | UInt32(digit)) & 0xFFFF
        state = .digits(count - 1)
        if count == 1 { try endUnit() }
    }

    private mutating func endUnit() throws(LocatedFault) {
        let isLow = 0xDC00..<0xE000 ~= unit
        guard isLow == isAfterHighSurrogate else { throw fault(.unpairedSurrogate) }
        isAfterHighSurrogate = 0xD800..<0xDC00 ~= unit
        state = isAfterHighSurrogate ? .lowSurrogate(0) : .text
    }

    private func fault(_ fault: JSONFault) -> LocatedFault { LocatedFault(fault: fault, place: mark) }
}
