import Store

/// What a page tells, written down while it is taken, to know the page again.
struct PageDraft {
    private(set) var documents: [PageDocument] = []
    /// Nil between documents.
    var open: PageDocument?
    /// False when something is to be said of the page each time.
    var isPlain = true

    mutating func close(_ end: Harvest.DocumentEnd, items: Int) {
        guard var document = open else { return }
        document.end = end
        document.items = items
        documents.append(document)
        open = nil
    }

    /// A bit for each entity that it tells of.
    var entities: UInt64 { documents.reduce(0) { $0 | $1.entities } }
}
