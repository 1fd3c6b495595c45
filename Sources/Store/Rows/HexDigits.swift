/// Reads hexadecimal digits, in small or capital letters, eight at once.
struct HexDigits {
    /// No bit is set as long as all bytes were digits.
    private var wrong: UInt64 = 0
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let lowDigits = 0x0F * ones
    private static let highDigits = 0xF0 * ones
    private static let bitsOfLetters = 0x40 * ones

    /// Whether all that was read were digits.
    var areValid: Bool { wrong == 0 }

    /// - Parameter text: eight bytes of text, the first one the lowest.
    /// - Returns: their value, less than 2^32; any where they are no digits.
    mutating func number(_ text: UInt64) -> UInt64 {
        let ones = HexDigits.ones
        // Letters, and no digit, have bit 6; their low bits count from 1.
        let values = (text & HexDigits.lowDigits) &+ ((text >> 6) & ones) &* 9
        let isLetter = ((values &+ (0x76 &* ones)) >> 7) & ones
        // What these values are written as must be what stands there, but for the case of letters.
        let expected = values &+ (0x30 &* ones) &+ (isLetter &* 0x27)
        wrong |= (values & HexDigits.highDigits) | (expected ^ (text | (text & HexDigits.bitsOfLetters) >> 1))
        var number = values.byteSwapped
        number = (number | number >> 4) & 0x00FF_00FF_00FF_00FF
        number = (number | number >> 8) & 0x0000_FFFF_0000_FFFF
        return (number | number >> 16) & 0xFFFF_FFFF
    }
}
