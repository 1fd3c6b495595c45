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

    /// - Parameter bytes: the content of a page, and what is said of it by where it stands.
    public func hash(_ bytes: UnsafeRawBufferPointer) throws -> PageHash {
        // Always the same: nobody sees the hashes, and without the key nobody knows which pages share one.
        let nonce = try AES.GCM.Nonce(data: PageKey.nonce)
        let sealed = try AES.GCM.seal(Data(), using: key, nonce: nonce, authenticating: bytes)
        return sealed.tag.withUnsafeBytes { PageHash($0) }
    }

    private static let nonce = Data(count: 12)
}
