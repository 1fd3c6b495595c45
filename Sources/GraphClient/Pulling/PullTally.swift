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
    /// Pages that an earlier run had got.
    var keptPages = 0

    mutating func add(_ progress: CollectionProgress) {
        wanted += 1
        pages += progress.pages
        items += progress.items
        if let more = progress.count { count = (count ?? 0) + more }
        if let failure = progress.failure {
            incomplete.append(.init(path: progress.path, reason: failure.words))
        } else if let count = progress.count, count > progress.items {
            incomplete.append(
                .init(
                    path: progress.path,
                    reason: "@odata.count says \(count), its pages hold \(progress.items), read twice"))
        } else {
            complete += 1
        }
    }

    func manifest(_ path: String) -> CaptureManifest.Collection {
        CaptureManifest.Collection(
            path: path, wanted: wanted, complete: complete, pages: pages, items: items, count: count,
            lacks: lacks, note: note, delta: delta, incomplete: incomplete)
    }
}
