import Foundation

/// Pulls what changed of a collection since it was known (GRAPH.md 6).
struct ChangesPull {
    let pull: Pull
    let root: GraphCollection

    private var path: String { root.path + "/delta" }

    /// No advanced query is asked of changes.
    private var pages: PagesPull {
        var plain = root
        plain.isAdvanced = false
        return PagesPull(pull: pull, collection: plain)
    }

    enum Outcome {
        /// The changes were read, and what hangs on the objects.
        case followed([String: PullTally])
        /// All is to be read, with the reason where there is one to tell.
        case readWhole(String?)
    }

    func run() async throws -> Outcome {
        guard let changes = root.changes, let all = pull.options.known, let known = all[root.path] else {
            return .readWhole(nil)
        }
        if let reason = known.refusal(root, pull.requester.cloud, now: pull.clock.now()) {
            return .readWhole("read wholly: " + reason)
        }
        let before = try await ObjectCount(pull: pull).ask(root.path)
        var progress = CollectionProgress(path: path, url: URL(string: known.link), isRound: true)
        let kept = try await pages.read(&progress, units: 1)
        if progress.pages == 0, let failure = progress.failure, [.refused, .notFound].contains(failure.kind) {
            return .readWhole("read wholly: the link to its changes is no longer good: \(failure.words)")
        }
        let after = try await ObjectCount(pull: pull).ask(root.path)
        var tally = PullTally()
        tally.add(progress)
        tally.keptPages = kept
        tally.lacks = changes.lacks
        // In between some may have come or gone.
        tally.count = before == after ? after : nil
        tally.delta = .init(from: known.link, to: progress.deltaLink, relations: changes.relations)
        var tallies = [root.path: tally]
        try await pullChildren(known, changes, into: &tallies)
        return .followed(tallies)
    }

    /// Asks for the link to what changes from now on, before the whole is read: what changes meanwhile is told twice.
    ///
    /// - Returns: the link, or why there is none; neither where changes are not to be followed.
    func latest() async throws -> (link: String?, refusal: String?) {
        guard let changes = root.changes, pull.options.known != nil,
            let url = root.latestURL(changes, of: pull.requester.cloud)
        else { return (nil, nil) }
        var progress = CollectionProgress(path: path, url: url, isRound: true)
        _ = try await pages.read(&progress, units: 1)
        if progress.isComplete, let link = progress.deltaLink { return (link, nil) }
        return (nil, "its changes cannot be followed: " + (progress.failure?.words ?? "no link came"))
    }

    /// The collections of the objects that are there: of all, or of those that are new where changes tell the rest.
    private func pullChildren(
        _ known: KnownCollection, _ changes: GraphCollection.Changes, into tallies: inout [String: PullTally]
    ) async throws {
        let round = await Round(pull.folder, path)
        let there = Set(known.objects)
        for child in root.children where pull.isReadable(child) {
            let relation = String(child.path.split(separator: "/").last ?? "")
            let isTold = changes.relations.contains(relation)
            let isWanted = child.isWanted ?? { _ in true }
            var ids = isTold ? [] : known.objects.filter { round.objects[$0] == nil }
            for (id, object) in round.objects.sorted(by: { $0.key < $1.key }) {
                switch object {
                case .removed: continue
                case .told(let members):
                    if isTold ? !there.contains(id) : there.contains(id) || isWanted(members) {
                        ids.append(id)
                    }
                }
            }
            var tally = PullTally()
            for start in stride(from: 0, to: ids.count, by: ChildrenPull.atOnce) {
                let some = ids[start..<min(start + ChildrenPull.atOnce, ids.count)]
                try await ChildrenPull(pull: pull, collection: child).run(some.map { [$0] }, &tally)
            }
            tallies[child.path] = tally
        }
    }
}

/// The objects of a round of changes, by their ids; the last word counts.
private struct Round {
    enum Object {
        case removed
        case told([String: Any])
    }

    private(set) var objects: [String: Object] = [:]

    /// Reads the pages again from the disk.
    init(_ folder: CaptureFolder, _ path: String) async {
        var page = 1
        while let data = await folder.body(CaptureFolder.file(path, page: page, isPaged: true)) {
            for object in GraphBody(data)?.items ?? [] {
                guard let id = object["id"] as? String else { continue }
                // Ids of the directory are GUIDs, and known in lower case.
                objects[id.lowercased()] = object["@removed"] == nil ? .told(object) : .removed
            }
            page += 1
        }
    }
}
