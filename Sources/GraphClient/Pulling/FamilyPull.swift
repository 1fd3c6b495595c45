import Foundation

/// Pulls a collection, then those that hang on its objects.
struct FamilyPull {
    let pull: Pull
    let root: GraphCollection

    /// - Parameter count: how many objects there are, where that is known before.
    /// - Returns: what became of each collection, by its path.
    func run(count: Int?) async throws -> [String: PullTally] {
        guard pull.isReadable(root) else { return [root.path: .unreadable] }
        let changes = ChangesPull(pull: pull, root: root)
        var note: String?
        switch try await changes.run() {
        case .followed(let tallies): return tallies
        case .readWhole(let reason): note = reason
        }
        let (link, refusal) = try await changes.latest()
        var tallies: [String: PullTally] = [:]
        var tally = PullTally()
        tally.note = refusal ?? note
        tally.delta = link.map { .init(to: $0, relations: root.changes?.relations ?? []) }
        for (place, query) in root.queries.enumerated() {
            var progress = CollectionProgress(
                path: root.path, url: root.url(root.path, query, of: pull.requester.cloud))
            progress.count = count
            let kept = try await PagesPull(pull: pull, collection: root).read(&progress, units: query.units)
            let isLast = place == root.queries.count - 1
            let refused = progress.failure.map { [.forbidden, .refused].contains($0.kind) } ?? false
            if refused, progress.pages == 0, !isLast { continue }
            tally.add(progress)
            tally.keptPages = kept
            tally.lacks = query.lacks
            break
        }
        tallies[root.path] = tally
        try await pullChildren(of: root, above: [], into: &tallies)
        return tallies
    }

    /// For each object of the collection, its own collections; and so on downwards.
    private func pullChildren(
        of parent: GraphCollection, above: [GraphCollection], into tallies: inout [String: PullTally]
    ) async throws {
        for child in parent.children {
            guard pull.isReadable(child) else {
                tallies[child.path] = .unreadable
                continue
            }
            let batches = ChildrenPull(pull: pull, collection: child)
            var tally = PullTally()
            var ids: [[String]] = []
            // What needs a permission of its own is asked for one object first: without it nothing else is.
            let hasOwnPermission = child.permission != parent.permission
            try await forEachObject(of: above + [parent]) { chain, object in
                guard child.isWanted?(object) ?? true, !(hasOwnPermission && tally.isForbidden) else {
                    return
                }
                ids.append(chain)
                if ids.count >= ChildrenPull.atOnce || hasOwnPermission && tally.wanted == 0 {
                    try await batches.run(ids, &tally)
                    ids = []
                }
            }
            try await batches.run(ids, &tally)
            if hasOwnPermission, tally.isForbidden, let first = tally.incomplete.first {
                let reason = first.reason + "; of no other object it was asked for"
                tally.incomplete = [.init(path: first.path, reason: reason)]
            }
            tallies[child.path] = tally
            try await pullChildren(of: child, above: above + [parent], into: &tallies)
        }
    }

    /// Reads the objects again from the disk, page by page.
    ///
    /// - Parameter body: told of the ids from the outside in, and the object.
    private func forEachObject(
        of line: [GraphCollection], above ids: [String] = [],
        _ body: ([String], [String: Any]) async throws -> Void
    ) async throws {
        guard let collection = line.first, let path = collection.path(ids) else { return }
        var page = 1
        while let data = await pull.folder.body(
            CaptureFolder.file(path, page: page, isPaged: collection.kind == .pages))
        {
            for object in GraphBody(data)?.items ?? [] {
                guard let id = object["id"] as? String else { continue }
                if line.count == 1 {
                    try await body(ids + [id], object)
                } else {
                    try await forEachObject(of: Array(line.dropFirst()), above: ids + [id], body)
                }
            }
            page += 1
        }
    }
}
