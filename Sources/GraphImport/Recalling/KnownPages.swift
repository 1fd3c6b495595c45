import Store

/// The pages that need not be read again, for readers.
struct KnownPages: Sendable {
    private let pages: [PageHash: PageBook.Known]
    /// How pages are known again.
    let key: PageKey
    /// How rows are known again.
    let rowPrint: RowPrint

    init(_ book: PageBook) {
        pages = book.pages
        key = book.pageKey
        rowPrint = book.rowPrint
    }

    func contains(_ hash: PageHash) -> Bool { pages[hash] != nil }
}
