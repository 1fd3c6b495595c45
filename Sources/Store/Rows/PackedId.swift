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
        let bytes = bytes.assumingMemoryBound(to: UInt8.self)
        guard Identifier.isGUID(bytes: bytes) else { return nil }
        var (high, low): (UInt64, UInt64) = (0, 0)
        for place in 0..<36 {
            let byte = bytes[place]
            guard byte != UInt8(ascii: "-") else { continue }
            let digit = UInt64(byte < 58 ? byte - 48 : (byte | 32) - 87)
            if place < 18 { high = high << 4 | digit } else { low = low << 4 | digit }
        }
        self.high = high
        self.low = low
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
