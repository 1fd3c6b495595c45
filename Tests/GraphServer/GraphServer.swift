import FlyingFox
import FlyingSocks
public import Foundation

/// A Graph that runs here: it serves a folder of exports on 127.0.0.1.
public final class GraphServer: Sendable {
    private let service: GraphService
    private let server: HTTPServer
    private let clock: ServerClock

    /// - Parameter port: 0 takes any that is free.
    public init(
        folder: String, options: ServerOptions, clock: ServerClock = .real, port: UInt16 = 0
    ) throws {
        let service = GraphService(try TenantFolder(folder), options, clock)
        self.service = service
        self.clock = clock
        server = HTTPServer(
            address: try .inet(ip4: "127.0.0.1", port: port), timeout: 600, logger: .disabled,
            handler: ClosureHTTPHandler { request in try await Self.answer(request, service) })
    }

    /// Serves until it is stopped.
    ///
    /// - Parameter ready: told of the address, such as `http://127.0.0.1:8123`.
    public func run(ready: @escaping @Sendable (String) -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await self.server.run() }
            group.addTask {
                // A busy machine takes its time.
                try await self.server.waitUntilListening(timeout: 120)
                guard case .ip4(_, let port) = await self.server.listeningAddress else {
                    throw SocketError.unsupportedAddress
                }
                let root = "http://127.0.0.1:\(port)"
                await self.service.set(root: root)
                ready(root)
            }
            // Where the server cannot begin, nothing is waited for.
            for try await _ in group {}
        }
    }

    /// An answer without a connection: nil where the connection would have broken.
    public func answer(
        method: String, url: URL, headers: [String: String], body: Data?, root: String
    ) async throws -> (status: Int, headers: [String: String], body: Data)? {
        if await service.root.isEmpty { await service.set(root: root) }
        let parts = URLComponents(url: url, resolvingAgainstBaseURL: false)
        let reply = try await service.answer(
            Asked(
                method: method, path: parts?.percentEncodedPath ?? "",
                query: parts?.percentEncodedQuery ?? "",
                headers: Dictionary(uniqueKeysWithValues: headers.map { ($0.key.lowercased(), $0.value) }),
                body: body ?? Data()))
        guard reply.cutAfter == nil else { return nil }
        let named = reply.headers.map { ($0.key.lowercased(), $0.value) }
        return (reply.status, Dictionary(uniqueKeysWithValues: named), reply.body)
    }

    /// The tenant changes: to what another folder holds.
    public func change(to folder: String) async throws {
        await service.change(to: try TenantFolder(folder))
    }

    public func stop() async { await server.stop() }

    public var log: [LoggedRequest] { get async { await service.log } }
    public var tokenCount: Int { get async { await service.tokenCount } }
    /// Units in the fullest ten seconds.
    public var fullestTenSeconds: Int { get async { await service.fullestTenSeconds } }

    private static func answer(_ request: HTTPRequest, _ service: GraphService) async throws -> HTTPResponse {
        var headers: [String: String] = [:]
        for (name, value) in request.headers { headers[name.rawValue.lowercased()] = value }
        let asked = Asked(
            method: request.method.rawValue, path: request.target.path(), query: request.target.query(),
            headers: headers, body: try await request.bodyData)
        let reply = try await service.answer(asked)
        var body = reply.body
        var answered = HTTPHeaders()
        for (name, value) in reply.headers { answered[HTTPHeader(name)] = value }
        if headers["accept-encoding"]?.contains("gzip") ?? false, body.count > 1000, reply.cutAfter == nil {
            body = ServerGzip.compress(body)
            answered[HTTPHeader("Content-Encoding")] = "gzip"
        }
        let status = HTTPStatusCode(reply.status, phrase: "Status")
        guard let cut = reply.cutAfter else {
            return HTTPResponse(
                statusCode: status, headers: answered,
                body: HTTPBodySequence(data: body, suggestedBufferSize: 1 << 16))
        }
        return HTTPResponse(
            statusCode: status, headers: answered,
            body: HTTPBodySequence(from: CutBytes(bytes: Array(body.prefix(cut))), count: body.count))
    }
}

/// Some bytes of a body, then the end of the connection.
private struct CutBytes: AsyncBufferedSequence {
    let bytes: [UInt8]

    func makeAsyncIterator() -> Iterator { Iterator(rest: bytes) }

    struct Broken: Error {}

    struct Iterator: AsyncBufferedIteratorProtocol {
        var rest: [UInt8]

        mutating func next() async throws -> UInt8? {
            guard !rest.isEmpty else { throw Broken() }
            return rest.removeFirst()
        }

        mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? {
            guard !rest.isEmpty else { throw Broken() }
            defer { rest = [] }
            return rest
        }
    }
}
