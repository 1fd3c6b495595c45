import Crypto

/// The SHA-256 of a page: of what its place says of it, and of its bytes.
public struct PageHash: Hashable, Sendable, CustomStringConvertible {
    private let words: (UInt64, UInt64, UInt64, UInt64)

    public init(place: String, bytes: UnsafeRawBufferPointer) {
        var digest = SHA256()
        var place = place + "\n"
        place.withUTF8 { digest.update(bufferPointer: UnsafeRawBufferPointer($0)) }
        digest.update(bufferPointer: bytes)
        words = digest.finalize().withUnsafeBytes { PageHash($0).words }
    }

    /// - Parameter bytes: 32 of them.
    init(_ bytes: UnsafeRawBufferPointer) {
        func word(_ index: Int) -> UInt64 {
            bytes.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self)
        }
        words = (word(0), word(1), word(2), word(3))
    }

    func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        try withUnsafeBytes(of: words, body)
    }

    public static func == (left: PageHash, right: PageHash) -> Bool {
        left.words == right.words
    }

    /// A part of it, where that is enough to find something by.
    public var number: Int64 { Int64(bitPattern: words.0) }

    public var description: String {
        withBytes { $0.map { byte in String(byte >> 4, radix: 16) + String(byte & 15, radix: 16) }.joined() }
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(words.0)
    }
}
