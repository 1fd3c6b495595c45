import Foundation
import GraphClient
import GraphServer
import Model
import Synchronization
import TestKit
import Testing

/// Nothing that an answer says leads a pull, and its token, off the Graph host.
@Suite struct RefusalTests {
    let bench: PullBench

    init() throws {
        bench = try PullBench()
    }

    private static let graph = "https://graph.contoso.example"
    private static let groups = GraphCollections.all().filter { $0.path == "groups" }
    private static let elsewhere = [
        "https://graph.fabrikam.example/v1.0/", "http://graph.contoso.example/v1.0/",
        "https://graph.contoso.example@fabrikam.example/v1.0/", "https://graph.contoso.example:8443/v1.0/",
        "https://graph.contoso.example.fabrikam.example/v1.0/", "https://graph.contoso.example/../v1.0/",
    ]

    /// A pull of the groups, with what becomes of answers, and every address that was asked.
    private func pull(
        _ alter: @escaping @Sendable (HTTPRequest, HTTPResponse) -> HTTPResponse
    ) async throws -> (summary: PullSummary, asked: [String]) {
        let asked = Mutex<[String]>([])
        let result = try await bench.pull("capture", PullBench.options { $0.largestPage = 2 }) {
            $0.root = Self.graph
            $0.collections = Self.groups
            $0.alter = { request, response in
                asked.withLock { $0.append(request.url.absoluteString) }
                return alter(request, response)
            }
        }
        return (result.summary, asked.withLock { $0 })
    }

    private func expectAllWithin(_ asked: [String]) {
        #expect(!asked.isEmpty)
        #expect(asked.allSatisfy { $0.hasPrefix(Self.graph + "/") })
    }

    @Test(arguments: elsewhere) func aNextLinkOffTheHostIsRefused(address: String) async throws {
        let (summary, asked) = try await pull { request, response in
            guard request.url.path.hasSuffix("/groups") else { return response }
            return response.replacing("\(Self.graph)/v1.0/groups?", with: address + "groups?")
        }
        expectAllWithin(asked)
        let groups = try #require(summary.collections.first { $0.path == "groups" })
        #expect(groups.incomplete.map(\.reason) == ["a nextLink off the Graph host was refused (HTTP 200)"])
        #expect(groups.items == 2, "the first page is kept")
    }

    @Test func aNextLinkWithinABatchIsRefusedToo() async throws {
        let (summary, asked) = try await pull { request, response in
            guard request.url.path.hasSuffix("$batch") else { return response }
            return response.replacing(
                Self.graph + "/v1.0/groups/", with: "https://graph.fabrikam.example/v1.0/groups/")
        }
        expectAllWithin(asked)
        let members = try #require(summary.collections.first { $0.path == "groups/{id}/members" })
        let reasons = Set(members.incomplete.map(\.reason))
        #expect(reasons == ["a nextLink off the Graph host was refused (HTTP 200)"])
        #expect(members.complete > 0, "those of one page are whole")
    }

    @Test(arguments: [301, 302, 307, 308]) func aRedirectIsRefused(status: Int) async throws {
        let (summary, asked) = try await pull { request, response in
            guard request.url.path.hasSuffix("/groups") else { return response }
            return HTTPResponse(
                status: status, headers: ["location": "https://graph.fabrikam.example/v1.0/groups"],
                body: Data())
        }
        expectAllWithin(asked)
        #expect(
            summary.collections.first?.incomplete.map(\.reason) == ["a redirect was refused (HTTP \(status))"]
        )
    }

    @Test func aRedirectWithinABatchIsRefusedToo() async throws {
        let (summary, asked) = try await pull { request, response in
            guard request.url.path.hasSuffix("$batch") else { return response }
            return response.replacing("\"status\":200", with: "\"status\":302")
        }
        expectAllWithin(asked)
        let members = try #require(summary.collections.first { $0.path == "groups/{id}/members" })
        #expect(members.incomplete.count == 19)
        #expect(Set(members.incomplete.map(\.reason)) == ["a redirect was refused (HTTP 302)"])
    }

    /// What once made a run of all tests wait for ever: the server had given up, and nobody was told.
    @Test func aServerThatCannotListenIsNotWaitedFor() async throws {
        let first = try GraphServer(folder: bench.folder.path("exports"), options: PullBench.options())
        let (roots, ready) = AsyncStream.makeStream(of: String.self)
        let serving = Task { try await first.run { ready.yield($0) } }
        defer { serving.cancel() }
        var iterator = roots.makeAsyncIterator()
        let port = try #require(await iterator.next().flatMap { URL(string: $0)?.port })
        let second = try GraphServer(
            folder: bench.folder.path("exports"), options: PullBench.options(), port: UInt16(port))
        await #expect(throws: (any Error).self) {
            try await bench.pull("capture") {
                $0.server = second
                $0.overHTTP = true
            }
        }
    }

    @Test func aDeltaLinkOffTheHostIsNotKept() async throws {
        let result = try await bench.pull("capture") {
            $0.root = Self.graph
            $0.collections = Self.groups
            $0.known = [:]
            $0.alter = { request, response in
                guard request.url.path.hasSuffix("/delta") else { return response }
                return response.replacing(Self.graph, with: "https://graph.fabrikam.example")
            }
        }
        #expect(result.summary.isComplete)
        let note = result.summary.collections.first?.note
        #expect(
            note == "its changes cannot be followed: no deltaLink on the Graph host ends the round (HTTP 200)"
        )
    }
}

extension HTTPResponse {
    fileprivate func replacing(_ text: String, with other: String) -> HTTPResponse {
        let body = String(decoding: body, as: UTF8.self).replacing(text, with: other)
        return HTTPResponse(status: status, headers: headers, body: Data(body.utf8))
    }
}
