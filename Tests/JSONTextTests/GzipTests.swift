import CZlib
import Testing

@testable import JSONText

@Suite struct GzipTests {
    static func gzip(_ text: String) throws -> [UInt8] { try gzip(Array(text.utf8)) }

    static func gzip(_ bytes: [UInt8]) throws -> [UInt8] {
        var stream = z_stream()
        let code = deflateInit2_(
            &stream, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        try #require(code == Z_OK)
        defer { deflateEnd(&stream) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, uLong(input.count))))
        let count = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = uInt(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = uInt(output.count)
                deflate(&stream, Z_FINISH)
                return output.count - Int(stream.avail_out)
            }
        }
        return Array(output.prefix(count))
    }

    static let text = "{\"value\": [" + (1...5000).map(String.init).joined(separator: ", ") + "]}\n[1]"

    @Test(arguments: [JSONLimits(), .small])
    func gzipIsFoundByItsFirstBytes(limits: JSONLimits) throws {
        let plain = try documents(in: Self.text, limits: limits)
        #expect(try documents(in: try Self.gzip(Self.text), limits: limits) == plain)
        #expect(try documents(in: try Self.gzip("\u{FEFF}" + Self.text), limits: limits) == plain)
    }

    @Test func packedUTF16IsRead() throws {
        let bytes = try Self.gzip(EncodingTests.utf16(EncodingTests.text, bigEndian: true))
        #expect(try documents(in: bytes).flatMap(\.items) == EncodingTests.expected)
    }

    @Test func severalMembersAreOneText() throws {
        let bytes = try Self.gzip("[1, ") + Self.gzip("2]") + [0, 0, 0]
        #expect(try documents(in: bytes).flatMap(\.items) == ["1", "2"])
    }

    @Test func cutOffDataIsRefused() throws {
        let bytes = try Self.gzip(Self.text)
        for count in [3, 20, bytes.count / 2, bytes.count - 1] {
            #expect(try refusal(of: bytes.prefix(count)) == .truncatedGzip(file: "f.json"))
        }
    }

    @Test func alteredDataIsRefused() throws {
        var bytes = try Self.gzip(Self.text)
        bytes[bytes.count - 5] ^= 1
        #expect(try refusal(of: bytes) == .damagedGzip(file: "f.json"))
        #expect(try refusal(of: try Self.gzip("[1]") + Array("more".utf8)) == .damagedGzip(file: "f.json"))
    }

    @Test func faultsAreLocatedInTheUnpackedText() throws {
        #expect(
            try refusal(of: try Self.gzip("[1,\n2,]"))
                == .invalid(file: "f.json", line: 2, column: 2, fault: .trailingComma(before: .array)))
    }
}
