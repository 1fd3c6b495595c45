import Testing

@testable import Store

/// Digits are told from all other bytes, each at each place.
@Suite struct HexDigitsTests {
    private func number(_ text: [UInt8]) -> UInt64? {
        var digits = HexDigits()
        let word = text.enumerated().reduce(UInt64(0)) { $0 | UInt64($1.element) << UInt64(8 * $1.offset) }
        let number = digits.number(word)
        return digits.areValid ? number : nil
    }

    @Test(arguments: ["00000000", "12345678", "9abcdef0", "FFFFFFFF", "aBcDeF09"])
    func digitsAreRead(text: String) {
        #expect(number(Array(text.utf8)) == UInt64(text, radix: 16))
    }

    @Test func everyByteAtEveryPlaceIsADigitOrNone() {
        for place in 0..<8 {
            for byte in UInt8.min...UInt8.max {
                var text = Array("0a9F0a9F".utf8)
                text[place] = byte
                let expected =
                    Unicode.Scalar(byte).properties.isASCIIHexDigit
                    ? UInt64(String(decoding: text, as: UTF8.self), radix: 16) : nil
                #expect(number(text) == expected)
            }
        }
    }
}
