import Foundation
import GraphClient
import GraphServer
import Synchronization

/// A network that is cut for good after so many requests.
final class StoppingTransport: HTTPTransport {
    private let inner: any HTTPTransport
    private let rest: Mutex<Int>

    struct Stopped: Error {}

    init(_ inner: any HTTPTransport, after count: Int) {
        self.inner = inner
        rest = Mutex(count)
    }

    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        let isOver = rest.withLock { rest in
            rest -= 1
            return rest < 0
        }
        if isOver { throw Stopped() }
        return try await inner.send(request)
    }
}

/// The server's answers without a network between.
struct DirectTransport: HTTPTransport {
    static let root = "http://127.0.0.1:9"
    let server: GraphServer
    var root = DirectTransport.root
    var alter: @Sendable (HTTPRequest, HTTPResponse) -> HTTPResponse = { $1 }

    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        let answer = try await server.answer(
            method: request.method, url: request.url, headers: request.headers, body: request.body,
            root: root)
        guard let answer else { throw TransportError.broken("cut") }
        return alter(
            request, HTTPResponse(status: answer.status, headers: answer.headers, body: answer.body))
    }
}
