import Crypto
import Model

/// An id as sixteen bytes: a GUID as it is, anything else as the beginning of its SHA-256.
///
/// Two ids have the same bytes only where somebody breaks SHA-256.
public struct PackedId: Hashable, Sendable {
    let high: UInt64
    let low: UInt64

    /// - Returns: nil when the text is no GUID.
    public init?(guid bytes: UnsafeRawBufferPointer) {
        let dash = UInt8(ascii: "-")
        guard bytes.count == 36, bytes[8] == dash, bytes[13] == dash, bytes[18] == dash, bytes[23] == dash
        else { return nil }
        // A digit that is none sets a bit that no digit has.
        var wrong: UInt8 = 0
        func digits(_ range: Range<Int>, onto number: UInt64) -> UInt64 {
            var number = number
            for place in range {
                let digit = PackedId.digits[Int(bytes[place])]
                wrong |= digit
                number = number << 4 | UInt64(digit & 15)
            }
            return number
        }
        high = digits(14..<18, onto: digits(9..<13, onto: digits(0..<8, onto: 0)))
        low = digits(24..<36, onto: digits(19..<23, onto: 0))
        guard wrong < 16 else { return nil }
    }

    /// The value of each hexadecimal digit; 255 for any other byte.
    private static let digits: [UInt8] = (0...255).map { byte in
        switch UInt8(byte) {
        case 48...57: UInt8(byte) - 48
        case 65...70: UInt8(byte) - 55
        case 97...102: UInt8(byte) - 87
        default: 255
        }
    }

    public init?(guid text: String) {
        var text = text
        guard let id = text.withUTF8({ PackedId(guid: UnsafeRawBufferPointer($0)) }) else { return nil }
        self = id
    }

    /// - Parameter bytes: the text of an id that is no GUID, normalized.
    public init(text bytes: UnsafeRawBufferPointer) {
        var digest = SHA256()
        digest.update(bufferPointer: bytes)
        (high, low) = digest.finalize().withUnsafeBytes {
            ($0.loadUnaligned(as: UInt64.self), $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        }
    }

    /// - Parameter bytes: the sixteen bytes of a GUID in the order of its text.
    init(packed bytes: UnsafeRawBufferPointer) {
        high = UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self))
        low = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    }

    init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// The sixteen bytes of a GUID in the order of its text.
    func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        withUnsafeBytes(of: (high.bigEndian, low.bigEndian), body)
    }
}
