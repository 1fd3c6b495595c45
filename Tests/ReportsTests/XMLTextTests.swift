import Testing

@testable import Reports

/// Text that stands as it is is told from text that has to be escaped, whatever byte stands wherever.
@Suite struct XMLTextTests {
    private func isPlain(_ bytes: [UInt8]) -> Bool { bytes.withUnsafeBufferPointer(XMLText.isPlain) }

    @Test func everyByteAtEveryPlaceIsPlainOrNot() {
        for length in [1, 7, 8, 9, 16, 19] {
            for place in 0..<length {
                for byte in UInt8.min...UInt8.max {
                    var bytes = [UInt8](repeating: UInt8(ascii: " "), count: length)
                    bytes[place] = byte
                    let stays =
                        byte < 0x80
                        && XMLText.escaped(String(decoding: bytes, as: UTF8.self)).utf8.elementsEqual(bytes)
                    #expect(isPlain(bytes) == stays)
                }
            }
        }
    }

    @Test func anEmptyTextIsPlain() {
        #expect(isPlain([]))
    }
}
