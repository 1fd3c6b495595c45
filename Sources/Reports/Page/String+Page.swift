import Glibc

/// What a page makes of a text: where it may break, and whether it may be opened.
extension UnsafeBufferPointer<UInt8> {
    /// One word, such as a sign-in name or a domain; it has to break somewhere within.
    var isUnspaced: Bool {
        count > 10 && !has(UInt8(ascii: " "))
    }

    /// Like `fabrikam.example`.
    var isDomain: Bool {
        isUnspaced && has(UInt8(ascii: ".")) && !has(UInt8(ascii: "@"))
    }

    var isASCII: Bool {
        reduce(0, |) < 0x80
    }

    private func has(_ character: UInt8) -> Bool {
        baseAddress.map { memchr($0, Int32(character), count) != nil } ?? false
    }
}

extension String {
    /// An address that may be opened: `https://` and nothing that cannot be seen, so that it is what it looks like.
    var isWebAddress: Bool {
        lowercased().hasPrefix("https://") && utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }

    /// A file beside the page or in a folder there, such as `packet/packet-ann-lee-0d81fed9.html`.
    var isFileBeside: Bool {
        let plain = utf8.allSatisfy { $0 &- 97 < 26 || $0 &- 48 < 10 || [0x2D, 0x2E, 0x2F].contains($0) }
        let parts = split(separator: "/", omittingEmptySubsequences: false)
        return plain && hasSuffix(".html") && parts.allSatisfy { $0.first.map { $0 != "." } ?? false }
    }
}
