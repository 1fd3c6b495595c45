import Foundation

/// Takes pages into the capture, and keeps a collection on its way.
struct PageKeeper: Sendable {
    let pull: Pull
    let collection: GraphCollection

    private func file(_ progress: CollectionProgress) -> String {
        CaptureFolder.file(progress.path, page: progress.pages + 1, isPaged: collection.kind == .pages)
    }

    /// Takes the next page from an earlier run.
    ///
    /// - Returns: false when it is not there.
    func takeKept(_ progress: inout CollectionProgress, _ url: URL) async throws -> Bool {
        guard pull.options.resume, progress.restarts == 0 else { return false }
        let file = file(progress)
        let data = try await pull.folder.kept(
            progress.path, page: progress.pages + 1, isPaged: collection.kind == .pages,
            url: url.absoluteString)
        guard let data, let body = GraphBody(data) else { return false }
        progress.files.append(file)
        try await step(&progress, body)
        return true
    }

    func take(_ answer: GraphAnswer, _ progress: inout CollectionProgress, _ url: URL) async throws {
        guard let body = GraphBody(answer.body) else {
            return try await take(
                GraphFailure(kind: .unreadable, reason: "the answer is no JSON object"), &progress, url)
        }
        let file = file(progress)
        try await pull.folder.keep(answer, as: file, url: url.absoluteString, path: progress.path)
        progress.files.append(file)
        try await step(&progress, body)
        pull.progress(progress.path, body.items?.count ?? 1)
    }

    func take(_ failure: GraphFailure, _ progress: inout CollectionProgress, _ url: URL) async throws {
        if collection.isOptional, failure.kind == .notFound {
            // There is none.
            progress.next = nil
            return
        }
        try await pull.folder.note(
            failure, url: url.absoluteString, path: progress.path, at: pull.clock.now())
        if progress.isExpired(failure) {
            try await restart(&progress, "its nextLink was refused: \(failure.words)")
        } else {
            progress.failure = failure
        }
    }

    private func step(_ progress: inout CollectionProgress, _ body: GraphBody) async throws {
        switch progress.take(body, isObject: collection.kind == .object, cloud: pull.requester.cloud) {
        case .goesOn: break
        case .restart(let reason): try await restart(&progress, reason)
        case .failed(let failure): progress.failure = failure
        }
    }

    private func restart(_ progress: inout CollectionProgress, _ reason: String) async throws {
        let files = progress.files
        progress.restart(reason)
        // What was read so far is kept where there is nothing better to come.
        if progress.failure == nil { try await pull.folder.discard(files) }
    }
}
