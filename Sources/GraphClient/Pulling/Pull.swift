import Foundation
import Model

/// Reads a tenant through Microsoft Graph into a capture: everything as it came, page by page on the disk, so that
/// memory does not grow with the tenant.
public struct Pull: Sendable {
    let requester: GraphRequester
    let clock: PullClock
    let options: PullOptions
    let progress: @Sendable (_ path: String, _ items: Int) -> Void
    let folder: CaptureFolder
    private let claims: AccessToken.Claims?

    /// Signs in, and begins the capture or goes on with it.
    ///
    /// - Parameter progress: told of each page.
    /// - Throws: `GraphClientError`.
    public init(
        _ options: PullOptions, tokens: TokenSource, transport: any HTTPTransport, clock: PullClock = .real,
        progress: @escaping @Sendable (_ path: String, _ items: Int) -> Void = { _, _ in }
    ) async throws {
        self.options = options
        self.clock = clock
        self.progress = progress
        requester = GraphRequester(
            tokens: tokens, cloud: tokens.cloud, transport: transport, throttle: Throttle(clock: clock),
            clock: clock)
        claims = try await tokens.current().claims
        folder = try CaptureFolder(
            options.folder,
            beginning: CaptureManifest(
                isFinished: false, tool: options.tool, graph: tokens.cloud.graph.absoluteString,
                tenant: claims?.tenant, application: claims?.application, permissions: claims?.permissions,
                observedAt: clock.now().description,
                followsChanges: options.known == nil ? nil : true, collections: []),
            resume: options.resume)
    }

    /// - Throws: `GraphClientError` where the pull as a whole cannot go on; what was got is kept for `resume`.
    public func run() async throws -> PullSummary {
        let userCount = try await ObjectCount(pull: self).ask("users")
        if let userCount { await requester.throttle.learn(userCount: userCount) }
        var tallies: [String: PullTally] = [:]
        try await withThrowingTaskGroup(of: [String: PullTally].self) { group in
            for collection in options.collections {
                let count = collection.path == "users" ? userCount : nil
                group.addTask { try await FamilyPull(pull: self, root: collection).run(count: count) }
            }
            for try await more in group { tallies.merge(more) { _, last in last } }
        }
        let families = options.collections.flatMap(\.family)
        let list = families.compactMap { collection in
            tallies[collection.path]?.manifest(collection.path)
        }
        try await folder.finish(list, token: claims, at: clock.now())
        return PullSummary(
            observedAt: await folder.observedAt ?? clock.now(),
            collections: list.map {
                PullSummary.Collection(
                    path: $0.path, wanted: $0.wanted, complete: $0.complete, items: $0.items, lacks: $0.lacks,
                    note: $0.note, gone: $0.gone ?? [], incomplete: $0.incomplete.map { ($0.path, $0.reason) }
                )
            },
            pageCount: list.map(\.pages).reduce(0, +),
            keptCount: tallies.values.map(\.keptPages).reduce(0, +))
    }

    /// Whether the one who signed in may read it at all.
    func isReadable(_ collection: GraphCollection) -> Bool {
        !collection.isDelegatedOnly || (claims?.isDelegated ?? false)
    }
}

/// How many objects there are. The number of users tells how fast Graph may be asked (GRAPH.md 1, Limits).
struct ObjectCount {
    let pull: Pull

    /// - Returns: nil when Graph does not tell.
    func ask(_ path: String) async throws -> Int? {
        let url = pull.requester.cloud.graph.appending(path: "v1.0/\(path)/$count")
        do {
            let answer = try await pull.requester.send(
                HTTPRequest("GET", url, headers: ["ConsistencyLevel": "eventual", "Accept": "text/plain"]),
                units: 1,
                bucket: .directory, isJSON: false)
            let digits = String(decoding: answer.body, as: UTF8.self).filter(\.isASCII).filter(\.isNumber)
            return Int(digits)
        } catch is GraphFailure {
            // The pages tell the rest.
            return nil
        }
    }
}
