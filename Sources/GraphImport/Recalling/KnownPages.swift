import Store

/// The pages that need not be read again, for readers.
struct KnownPages: Sendable {
    private let hashes: Set<PageHash>

    init(_ book: PageBook) {
        hashes = Set(book.entities.keys)
    }

    func contains(_ hash: PageHash) -> Bool { hashes.contains(hash) }

    /// The hash of a page: its bytes, and what its folder says of them.
    static func hash(_ file: InputFile, _ bytes: UnsafeRawBufferPointer) -> PageHash {
        guard let match = PathIndex.shared.match(RequestPath(file: file.components)) else {
            return PageHash(place: "", bytes: bytes)
        }
        let parents = match.parents.joined(separator: "/")
        return PageHash(
            place: "\(match.entity.name) \(match.isSingle) \(parents)", bytes: bytes)
    }
}
