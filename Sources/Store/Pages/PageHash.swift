import Crypto
import Foundation

/// What a page is known again by: AES-GMAC under a key that only the database holds, so that nobody outside can
/// make two pages of one hash; much faster than a hash that needs no key.
public struct PageHash: Hashable, Sendable {
    private let words: (UInt64, UInt64)

    /// - Parameter bytes: 16 of them.
    init(_ bytes: UnsafeRawBufferPointer) {
        words = (
            bytes.loadUnaligned(as: UInt64.self), bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
        )
    }

    func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        try withUnsafeBytes(of: words, body)
    }

    public static func == (left: PageHash, right: PageHash) -> Bool {
        left.words == right.words
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(words.0)
    }
}

/// Makes the hashes of one database's pages.
public struct PageKey: Sendable {
    private let key: SymmetricKey

    /// - Parameter text: as `text` gives it.
    init?(_ text: String) {
        guard let data = Data(base64Encoded: text), data.count == 16 else { return nil }
        key = SymmetricKey(data: data)
    }

    static func random() -> PageKey {
        PageKey(key: SymmetricKey(size: .bits128))
    }

    private init(key: SymmetricKey) {
        self.key = key
    }

    var text: String { key.withUnsafeBytes { Data($0).base64EncodedString() } }

    /// - Parameters:
    ///   - place: what the place of the page says of it.
    ///   - bytes: its content.
    public func hash(place: String, bytes: UnsafeRawBufferPointer) throws -> PageHash {
        var place = place
        let digest = place.withUTF8 { bytes in
            var hash = SHA256()
            hash.update(bufferPointer: UnsafeRawBufferPointer(bytes))
            return hash.finalize()
        }
        let nonce = try digest.withUnsafeBytes {
            try AES.GCM.Nonce(data: UnsafeRawBufferPointer(rebasing: $0.prefix(12)))
        }
        let sealed = try AES.GCM.seal(Data(), using: key, nonce: nonce, authenticating: bytes)
        return sealed.tag.withUnsafeBytes { PageHash($0) }
    }
}
