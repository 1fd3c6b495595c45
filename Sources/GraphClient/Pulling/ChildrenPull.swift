import Foundation

/// Pulls one collection for each of many objects, 20 requests in a batch, some batches at once.
struct ChildrenPull {
    /// So many objects are on their way at once.
    static let atOnce = 400
    /// So many batches.
    private static let batchesAtOnce = 4

    let pull: Pull
    let collection: GraphCollection

    private var query: GraphCollection.Query { collection.queries[0] }

    /// - Parameter ids: of the objects, from the outside in.
    func run(_ ids: [[String]], _ tally: inout PullTally) async throws {
        let pages = PageKeeper(pull: pull, collection: collection)
        var rest: [CollectionProgress] = []
        for chain in ids {
            var progress = CollectionProgress(
                path: collection.path(chain) ?? collection.path,
                url: collection.url(chain, query, of: pull.requester.cloud))
            while !progress.isDone, let url = progress.next, try await pages.takeKept(&progress, url) {
                tally.keptPages += 1
            }
            rest.append(progress)
        }
        while rest.contains(where: { !$0.isDone }) {
            for progress in rest where progress.isDone { tally.add(progress) }
            rest.removeAll(where: \.isDone)
            rest = try await round(rest)
        }
        for progress in rest { tally.add(progress) }
        try await tellGone(&tally)
    }

    /// Of those that were not found the object itself may be gone since it was listed: it is asked for once more.
    private func tellGone(_ tally: inout PullTally) async throws {
        for path in tally.takeNotFound() {
            guard let object = collection.object(of: path),
                let url = collection.url(
                    object, .init(options: [("$select", "id")]), of: pull.requester.cloud)
            else { continue }
            do {
                _ = try await pull.requester.send(
                    HTTPRequest("GET", url), units: 1, bucket: collection.bucket)
            } catch let failure as GraphFailure where failure.kind == .notFound {
                tally.noteGone(object, below: path)
            } catch is GraphFailure {
                // Whether it is gone is not known: what hangs on it could not be read.
            }
        }
    }

    /// Asks once for each, in batches.
    private func round(_ all: [CollectionProgress]) async throws -> [CollectionProgress] {
        var result: [CollectionProgress] = []
        try await withThrowingTaskGroup(of: [CollectionProgress].self) { group in
            var start = 0
            while start < all.count || !group.isEmpty {
                while start < all.count,
                    start / BatchRequester.largest < Self.batchesAtOnce + result.count
                        / BatchRequester.largest
                {
                    let batch = Array(all[start..<min(start + BatchRequester.largest, all.count)])
                    group.addTask { try await ask(batch) }
                    start += BatchRequester.largest
                }
                if let done = try await group.next() { result += done }
            }
        }
        return result
    }

    private func ask(_ batch: [CollectionProgress]) async throws -> [CollectionProgress] {
        let pages = PageKeeper(pull: pull, collection: collection)
        var batch = batch
        var parts = batch.compactMap { progress in
            progress.next.map {
                BatchRequester.Part(
                    url: $0, units: query.units, isAdvanced: collection.isAdvanced,
                    attempts: progress.attempts, throttled: progress.throttled)
            }
        }
        let outcomes: [BatchRequester.Outcome]
        do {
            outcomes = try await BatchRequester(requester: pull.requester).send(
                &parts, bucket: collection.bucket)
        } catch let failure as GraphFailure {
            outcomes = Array(repeating: .failed(failure), count: parts.count)
        }
        for place in batch.indices {
            (batch[place].attempts, batch[place].throttled) = (parts[place].attempts, parts[place].throttled)
            switch outcomes[place] {
            case .again: break
            case .answered(let answer): try await pages.take(answer, &batch[place], parts[place].url)
            case .failed(let failure): try await pages.take(failure, &batch[place], parts[place].url)
            }
        }
        return batch
    }
}
