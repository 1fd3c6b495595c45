import Foundation
import Testing

@testable import JSONText

@Suite struct EncodingTests {
    static let text = "[\"é\", \"Ж\", \"漢\", \"😀\", \"\\ud83d\\ude00\"]\n{\"value\": [1, 2, 3, 4, 5, 6]}"
    static let expected = ["\"é\"", "\"Ж\"", "\"漢\"", "\"😀\"", "\"😀\"", "1", "2", "3", "4", "5", "6"]

    /// UTF-16 with a byte order mark.
    static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
        ("\u{FEFF}" + text).utf16.flatMap { unit in
            let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            return bigEndian ? bytes : bytes.reversed()
        }
    }

    @Test(arguments: [JSONLimits(), .small])
    func everyEncodingGivesTheSameItems(limits: JSONLimits) throws {
        let encodings = [
            Array(Self.text.utf8), Array(("\u{FEFF}" + Self.text).utf8),
            Self.utf16(Self.text, bigEndian: false), Self.utf16(Self.text, bigEndian: true),
        ]
        for bytes in encodings {
            #expect(try documents(in: bytes, limits: limits).flatMap(\.items) == Self.expected)
        }
    }

    @Test func longUTF16TextIsReadInPieces() throws {
        // A surrogate pair lies across every possible boundary of a piece.
        let strings = (0..<40_000).map { "\"\(String(repeating: "x", count: $0 % 3))😀\"" }
        let bytes = Self.utf16("[" + strings.joined(separator: ",") + "]", bigEndian: false)
        #expect(try documents(in: bytes).flatMap(\.items) == strings)
    }

    @Test func byteOrderMarkMayStandBeforeEveryDocument() throws {
        #expect(try items(in: "\u{FEFF}[1]\n\u{FEFF}[2]\u{FEFF}") == ["1", "2"])
        #expect(try items(in: "\u{FEFF}[1]\n\u{FEFF}[2]\u{FEFF}", limits: .small) == ["1", "2"])
    }

    @Test func byteOrderMarkWithinADocumentIsRefused() throws {
        #expect(try words(of: "[\u{FEFF}]") == "f.json:1:2: expected a value")
        #expect(
            try words(of: "[1, 2, 3, 4, 5, 6, \u{FEFF}]", limits: .small) == "f.json:1:20: expected a value")
    }

    @Test func invalidUTF8IsRefusedWithLineAndColumn() throws {
        let sequences: [[UInt8]] = [
            [0xFF], [0x80], [0xC0, 0xAF], [0xC3], [0xE0, 0x80, 0x80], [0xE6, 0xBC], [0xF5, 0x80, 0x80, 0x80],
            [0xF4, 0x90, 0x80, 0x80], [0xF0, 0x8F, 0x80, 0x80],
        ]
        for sequence in sequences {
            let bytes = Array("{\"a\":\n \"é".utf8) + sequence + Array("\"}".utf8)
            #expect(
                try refusal(of: bytes) == .invalid(file: "f.json", line: 2, column: 4, fault: .invalidUTF8),
                "\(sequence)")
        }
        #expect(try refusal(of: [0xFE]) == .invalid(file: "f.json", line: 1, column: 1, fault: .invalidUTF8))
    }

    @Test func unpairedSurrogatesAreRefusedInEveryEncoding() throws {
        let expected = JSONTextError.invalid(file: "f.json", line: 1, column: 4, fault: .unpairedSurrogate)
        #expect(try refusal(of: Array("[\"a".utf8) + [0xED, 0xA0, 0x80] + Array("\"]".utf8)) == expected)
        for escape in [#"\ud800"#, #"\udc00"#, #"\ud800\ud800"#, #"\ud800\n"#, #"\ud800A"#] {
            #expect(try refusal(of: "[\"a\(escape)\"]".utf8) == expected, "\(escape)")
        }
        var bytes = Self.utf16("[\"aX\"]", bigEndian: false)
        bytes[9] = 0xD8
        #expect(try refusal(of: bytes) == expected)
    }

    @Test func oddLastByteOfUTF16IsRefused() throws {
        #expect(
            try refusal(of: Self.utf16("[1]", bigEndian: true) + [0])
                == .invalid(file: "f.json", line: 1, column: 4, fault: .invalidUTF8))
    }

    @Test func utf16WithoutAMarkIsNamed() throws {
        let bytes = Self.utf16("[1]", bigEndian: false).dropFirst(2)
        #expect(
            try refusal(of: bytes)?.description
                == "f.json:1:2: zero byte (UTF-16 needs a byte order mark)")
    }
}
