import Foundation

/// Pulls one collection page by page.
struct PagesPull {
    let pull: Pull
    let collection: GraphCollection

    /// - Returns: how many pages were there already.
    func read(_ progress: inout CollectionProgress, units: Int) async throws -> Int {
        let pages = PageKeeper(pull: pull, collection: collection)
        var kept = 0
        while !progress.isDone, let url = progress.next {
            if try await pages.takeKept(&progress, url) {
                kept += 1
                continue
            }
            var headers = ["Accept": "application/json"]
            if collection.isAdvanced { headers["ConsistencyLevel"] = "eventual" }
            do {
                let answer = try await pull.requester.send(
                    HTTPRequest("GET", url, headers: headers), units: units, bucket: collection.bucket)
                try await pages.take(answer, &progress, url)
            } catch let failure as GraphFailure {
                try await pages.take(failure, &progress, url)
            }
        }
        return kept
    }
}
