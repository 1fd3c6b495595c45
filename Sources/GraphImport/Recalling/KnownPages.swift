import Store

/// The pages that need not be read again, for readers.
struct KnownPages: Sendable {
    private let hashes: Set<PageHash>
    /// How rows are known again.
    let rowPrint: RowPrint

    init(_ book: PageBook) {
        hashes = Set(book.entities.keys)
        rowPrint = book.rowPrint
    }

    func contains(_ hash: PageHash) -> Bool { hashes.contains(hash) }

    /// Where a page stands among those of its collection: night after night its name is the same.
    static func place(_ file: InputFile) -> Int64 {
        let name = file.components.last ?? ""
        guard let match = PathIndex.shared.match(RequestPath(file: file.components)) else {
            return PageHash(place: name, bytes: UnsafeRawBufferPointer(start: nil, count: 0)).number
        }
        let place = "\(match.entity.name)/\(match.parents.joined(separator: "/"))/\(name)"
        return PageHash(place: place, bytes: UnsafeRawBufferPointer(start: nil, count: 0)).number
    }

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
