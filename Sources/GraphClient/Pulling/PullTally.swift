/// What became of one collection over all objects that have one.
struct PullTally: Sendable {
    var wanted = 0
    var complete = 0
    var pages = 0
    var items = 0
    var count: Int?
    var lacks: String?
    var note: String?
    var delta: CaptureManifest.Delta?
    var incomplete: [CaptureManifest.Incomplete] = []
    /// Objects that were listed, and no longer there when what hangs on them was read.
    private(set) var gone: [String] = []
    private var notFound: [String] = []
    /// Whether one of them was refused because a permission or a licence is missing.
    var isForbidden = false
    /// Pages that an earlier run had got.
    var keptPages = 0

    /// Whether whoever signed in may read it at all.
    private var isReadable = true

    /// Of what Graph gives to persons only (PERMISSIONS.md).
    static let unreadable: PullTally = {
        var tally = PullTally()
        tally.isReadable = false
        tally.lacks = "not readable with this sign-in: Graph gives it to persons only, to no application"
        return tally
    }()

    mutating func add(_ progress: CollectionProgress) {
        wanted += 1
        pages += progress.pages
        items += progress.items
        if let more = progress.count { count = (count ?? 0) + more }
        if let failure = progress.failure {
            if failure.kind == .forbidden { isForbidden = true }
            incomplete.append(.init(path: progress.path, reason: failure.words))
            if failure.kind == .notFound, progress.pages == 0 { notFound.append(progress.path) }
        } else if let count = progress.count, count > progress.items {
            incomplete.append(
                .init(
                    path: progress.path,
                    reason: "@odata.count says \(count), its pages hold \(progress.items), read twice"))
        } else {
            complete += 1
        }
    }

    /// The paths of which nothing was found since the last time.
    mutating func takeNotFound() -> [String] {
        defer { notFound = [] }
        return notFound
    }

    /// The object is gone: nothing of it is left to read.
    mutating func noteGone(_ object: String, below path: String) {
        gone.append(object)
        wanted -= 1
        incomplete.removeAll { $0.path == path }
    }

    func manifest(_ path: String) -> CaptureManifest.Collection {
        CaptureManifest.Collection(
            path: path, wanted: wanted, complete: complete, pages: pages, items: items, count: count,
            lacks: lacks, isReadable: isReadable ? nil : false, note: note, delta: delta,
            gone: gone.isEmpty ? nil : gone, incomplete: incomplete)
    }
}
