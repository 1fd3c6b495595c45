import Store

/// The pages that need not be read again, for readers.
struct KnownPages: Sendable {
    private let hashes: Set<PageHash>
    /// How pages are known again.
    let key: PageKey
    /// How rows are known again.
    let rowPrint: RowPrint

    init(_ book: PageBook) {
        hashes = Set(book.entities.keys)
        key = book.pageKey
        rowPrint = book.rowPrint
    }

    func contains(_ hash: PageHash) -> Bool { hashes.contains(hash) }

    /// Where a page stands among those of its collection: night after night its name is the same.
    static func place(_ file: InputFile) -> Int64 {
        let name = file.components.last ?? ""
        guard let match = PathIndex.shared.match(RequestPath(file: file.components)) else {
            return PlaceHash.number(name)
        }
        return PlaceHash.number("\(match.entity.name)/\(match.parents.joined(separator: "/"))/\(name)")
    }
}

extension PageKey {
    /// The hash of a page: its bytes, and what its folder says of them.
    func hash(_ file: InputFile, _ bytes: UnsafeRawBufferPointer) throws -> PageHash {
        guard let match = PathIndex.shared.match(RequestPath(file: file.components)) else {
            return try hash(place: "", bytes: bytes)
        }
        let parents = match.parents.joined(separator: "/")
        let kind = "\(match.isSingle) \(match.isExported)"
        return try hash(place: "\(match.entity.name) \(kind) \(parents)", bytes: bytes)
    }
}
