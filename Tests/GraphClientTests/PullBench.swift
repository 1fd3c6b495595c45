import Foundation
import GraphImport
import GraphServer
import Model
import Resolution
import Store
import TestKit
import Testing

@testable import GraphClient

/// A Graph that runs here, pulls from it, and what came of them.
final class PullBench {
    let folder: TemporaryFolder
    static let secret = "s3cr3t~of.the-tests"

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// The sample, without what only a person may read.
    init() throws {
        folder = try TemporaryFolder()
        try FileManager.default.copyItem(
            atPath: Self.root + "/Samples/contoso/2026-07", toPath: folder.path("exports"))
        try FileManager.default.removeItem(
            atPath: folder.path(
                "exports/identityGovernance/entitlementManagement/accessPackageAssignmentApprovals"))
    }

    /// Small pages, so that everything has some.
    static func options(_ change: (inout ServerOptions) -> Void = { _ in }) -> ServerOptions {
        var options = ServerOptions()
        options.secret = secret
        options.pageSize = 7
        options.largestPage = 7
        // The clock runs fast.
        options.tokenLife = 1_000_000
        change(&options)
        return options
    }

    struct Result {
        let summary: PullSummary
        let log: [LoggedRequest]
        let tokenCount: Int
    }

    /// How a test pulls.
    struct Way {
        var clock = FastClock(factor: 100)
        var resume = false
        var environment = ["AZURE_CLIENT_SECRET": PullBench.secret]
        var method = Credential.Method.auto
        var collections = GraphCollections.all()
        /// What is known, where changes are to be followed.
        var known: [String: KnownCollection]?
        /// Nil: one of its own, which serves `exports`.
        var server: GraphServer?
        /// After so many requests nothing comes any more.
        var stopAfter = Int.max
        /// By way of the network, or without.
        var overHTTP = false
        /// Where Graph is, without a network.
        var root = DirectTransport.root
        /// What becomes of an answer on its way.
        var alter: @Sendable (HTTPRequest, HTTPResponse) -> HTTPResponse = { $1 }
    }

    /// Pulls into a folder of that name.
    func pull(
        _ name: String, _ options: ServerOptions = PullBench.options(),
        _ change: (inout Way) -> Void = { _ in }
    ) async throws -> Result {
        var way = Way()
        change(&way)
        let server =
            try way.server
            ?? GraphServer(
                folder: folder.path("exports"), options: options, clock: way.clock.server, port: 0)
        guard way.overHTTP else {
            return try await pull(
                name, options, way, server,
                DirectTransport(server: server, root: way.root, alter: way.alter), root: way.root)
        }
        let (roots, ready) = AsyncStream.makeStream(of: String.self)
        let serving = Task {
            // A server that cannot begin is not waited for.
            defer { ready.finish() }
            try await server.run { ready.yield($0) }
        }
        defer { serving.cancel() }
        var iterator = roots.makeAsyncIterator()
        guard let root = await iterator.next() else {
            try await serving.value
            throw CancellationError()
        }
        let network = URLSessionTransport(timeout: 30)
        defer { network.close() }
        return try await pull(name, options, way, server, network, root: root)
    }

    private func pull(
        _ name: String, _ options: ServerOptions, _ way: Way, _ server: GraphServer,
        _ network: any HTTPTransport,
        root: String
    ) async throws -> Result {
        let transport = StoppingTransport(network, after: way.stopAfter)
        var variables = way.environment
        variables["AZURE_TENANT_ID"] = options.tenant
        variables["AZURE_CLIENT_ID"] = options.client
        let tokens = TokenSource(
            try Credential(way.method, environment: variables),
            cloud: try Cloud(authority: root, graph: root),
            transport: transport, clock: way.clock.client
        ) { _ in }
        let pull = try await Pull(
            PullOptions(
                folder: folder.path(name), resume: way.resume, collections: way.collections,
                known: way.known, tool: "test"),
            tokens: tokens, transport: transport, clock: way.clock.client)
        let summary = try await pull.run()
        return Result(summary: summary, log: await server.log, tokenCount: await server.tokenCount)
    }

    /// The objects of each collection in a capture, as sorted text, by request path.
    func objects(_ name: String) throws -> [String: [String]] {
        var objects: [String: [String]] = [:]
        let files = FileManager.default.enumerator(atPath: folder.path(name))
        for file in files?.compactMap({ $0 as? String }) ?? [] where file.hasSuffix(".json.gz") {
            let packed = try Data(contentsOf: URL(fileURLWithPath: folder.path(name + "/" + file)))
            let text = try #require(Gzip.decompress(packed, limit: 1 << 30))
            let body = try #require(try JSONSerialization.jsonObject(with: text) as? [String: Any])
            var path = String(file.dropLast(8))
            if path.suffix(5).first == "-", path.suffix(4).allSatisfy(\.isNumber) {
                path = String(path.dropLast(5))
            }
            for item in body["value"] as? [Any] ?? [body.filter { !$0.key.hasPrefix("@") }] {
                let data = try JSONSerialization.data(withJSONObject: item, options: [.sortedKeys])
                objects[path, default: []].append(String(decoding: data, as: UTF8.self))
            }
            objects[path, default: []] += []
        }
        return objects.mapValues { $0.sorted() }
    }

    /// Imports a folder into a database of its own and tells its access rows.
    func rows(_ name: String) throws -> (rows: [String], summary: ImportSummary, needs: [NeedState]) {
        let database = folder.path(name + ".sqlite")
        let store = try TenureDatabase.openForWriting(database)
        let moment = try #require(Instant("2026-07-31T22:00:00Z"))
        let summary = try Importer(
            ImportOptions(
                paths: [folder.path(name)], observedAt: moment,
                now: #require(Instant("2026-09-01T00:00:00Z")), tool: "test")
        ).run(into: store)
        try store.close()
        return try TenureDatabase.openForReading(database).reading { connection in
            let state = try ReportState(connection, at: moment, path: database)
            var rows: [String] = []
            try AccessRows(state).forEach(AccessSelection(scope: .all, everyStatus: true)) {
                rows.append($0.text())
            }
            let needs = try state.needs([
                "user", "directoryGroup", "groupMember", "groupOwner", "assignment", "resourceRoleScope",
                "roleAssignmentSchedule",
            ])
            return (rows, summary, needs)
        }
    }
}
