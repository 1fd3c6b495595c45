import Store

/// What the place of a file says of the page that it holds.
struct PagePlace {
    private let name: String
    private let match: PathIndex.Match?

    init(_ file: InputFile) {
        name = file.name
        match = PathIndex.shared.match(RequestPath(file: file.components))
    }

    /// Where a page stands among those of its collection, as a number: night after night its name is the same.
    func number(_ print: RowPrint) -> Int64 {
        let place = said + name.utf8
        return place.withUnsafeBytes { Int64(bitPattern: print.print(of: $0)) }
    }

    /// The hash of a page: its bytes, and what its folder says of them.
    ///
    /// - Parameter page: the file, which was just read.
    /// - Returns: nil where the folders have names too long to be told.
    func hash(_ key: PageKey, _ page: FileBytes) throws -> PageHash? {
        try page.followed(by: said).map { try key.hash($0) }
    }

    /// What the folder says, with its length at the end: no page's own bytes read so.
    private var said: [UInt8] {
        var said: [UInt8] = []
        if let match {
            said.reserveCapacity(128)
            said += match.entity.name.utf8
            said.append((match.isSingle ? 1 : 0) | (match.isExported ? 2 : 0))
            for parent in match.parents {
                said += parent.utf8
                said.append(UInt8(ascii: "/"))
            }
        }
        withUnsafeBytes(of: UInt32(said.count).littleEndian) { said += $0 }
        return said
    }
}
