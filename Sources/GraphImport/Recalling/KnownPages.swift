import Store

/// The pages that need not be read again, for readers.
struct KnownPages: Sendable {
    private let pages: [PageHash: UInt64]
    /// How pages are known again.
    let key: PageKey
    /// How rows are known again.
    let rowPrint: RowPrint

    init(_ book: PageBook) {
        pages = book.entities
        key = book.pageKey
        rowPrint = book.rowPrint
    }

    func contains(_ hash: PageHash) -> Bool { pages[hash] != nil }
}

/// What the place of a file says of the page that it holds.
struct PagePlace {
    private let name: String
    private let match: PathIndex.Match?
    private let parents: String

    init(_ file: InputFile) {
        name = file.name
        match = PathIndex.shared.match(RequestPath(file: file.components))
        parents = match?.parents.joined(separator: "/") ?? ""
    }

    /// Where a page stands among those of its collection: night after night its name is the same.
    var number: Int64 {
        guard let match else { return PlaceHash.number(name) }
        return PlaceHash.number("\(match.entity.name)/\(parents)/\(name)")
    }

    /// The hash of a page: its bytes, and what its folder says of them.
    func hash(_ key: PageKey, _ bytes: UnsafeRawBufferPointer) throws -> PageHash {
        guard let match else { return try key.hash(place: "", bytes: bytes) }
        let kind = "\(match.isSingle) \(match.isExported)"
        return try key.hash(place: "\(match.entity.name) \(kind) \(parents)", bytes: bytes)
    }
}
