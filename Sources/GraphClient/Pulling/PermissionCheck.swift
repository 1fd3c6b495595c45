import Foundation

/// Asks the tenant what may be read, before a pull begins.
public struct PermissionCheck: Sendable {
    public struct Result: Sendable {
        /// Not held by the token.
        public let missing: [Permission]
        /// What Graph refuses although the token seems to allow it, as without a licence.
        public let refused: [(path: String, reason: String)]
    }

    private let tokens: TokenSource
    private let requester: GraphRequester

    public init(_ tokens: TokenSource, transport: any HTTPTransport, clock: PullClock = .real) {
        self.tokens = tokens
        requester = GraphRequester(
            tokens: tokens, cloud: tokens.cloud, transport: transport, throttle: Throttle(clock: clock),
            clock: clock)
    }

    /// - Throws: `GraphClientError`.
    public func run(_ collections: [GraphCollection]) async throws -> Result {
        let claims = try await tokens.current().claims
        let wanted = Set(
            collections.flatMap(\.family).filter { !$0.isDelegatedOnly || claims?.isDelegated ?? false }
                .flatMap(\.permissions))
        let missing = claims.map { claims in
            wanted.filter { !$0.isGranted(by: claims.permissions) }.sorted()
        }
        var refused: [(path: String, reason: String)] = []
        for collection in collections where missing?.contains(collection.permission) != true {
            guard let url = collection.url(collection.path, collection.queries[0], of: requester.cloud) else {
                continue
            }
            let headers = collection.isAdvanced ? ["ConsistencyLevel": "eventual"] : [:]
            do {
                _ = try await requester.send(
                    HTTPRequest("GET", url, headers: headers), units: collection.queries[0].units,
                    bucket: collection.bucket)
            } catch let failure as GraphFailure {
                refused.append((collection.path, failure.words))
            }
        }
        return Result(missing: missing ?? [], refused: refused)
    }
}
