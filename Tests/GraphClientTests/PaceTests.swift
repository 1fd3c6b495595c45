import Foundation
import GraphClient
import GraphServer
import TestKit
import Testing

@testable import GraphClient

/// How close a pull comes to what Graph's throttle allows (GRAPH.md 1, Limits).
@Suite(.serialized) struct PaceTests {
    /// Of a tenant with fewer than 50 users: resource units in 10 seconds.
    private static let limit = 3500

    /// Groups with one member each, as an export holds them; from a directory on premises, so that PIM for Groups,
    /// which has a limit of its own, is not asked about them.
    private func writeTenant(groups: Int, to folder: TemporaryFolder) throws {
        func page(_ objects: [String]) -> String { "{\"value\":[\(objects.joined(separator: ","))]}" }
        func id(_ number: Int) -> String { "00000000-0000-4000-8000-" + String(number + 100_000_000_000) }
        let user =
            "{\"id\":\"\(id(1))\",\"displayName\":\"Ann Lee\",\"userPrincipalName\":\"ann@contoso.example\"}"
        try folder.write("exports/users.json", page([user]))
        try folder.write(
            "exports/groups.json",
            page(
                (0..<groups).map {
                    "{\"id\":\"\(id(10 + $0))\",\"displayName\":\"Group \($0)\",\"groupTypes\":[]"
                        + ",\"onPremisesSyncEnabled\":true}"
                }))
        for number in 0..<groups {
            try folder.write("exports/groups/\(id(10 + number))/members.json", page([user]))
        }
    }

    @Test func aPullTakesAtMost1Point3TimesWhatTheThrottleMakesItTake() async throws {
        let bench = try PullBench()
        try FileManager.default.removeItem(atPath: bench.folder.path("exports"))
        try writeTenant(groups: 3000, to: bench.folder)
        let options = PullBench.options {
            $0.pageSize = 100
            $0.largestPage = 999
            $0.directoryLimit = Self.limit
        }
        let clock = VirtualClock()
        let ticking = Task { await clock.run() }
        defer { ticking.cancel() }
        let server = try GraphServer(
            folder: bench.folder.path("exports"), options: options, clock: clock.server)
        let begun = clock.now
        let transport = DirectTransport(server: server)
        let tokens = TokenSource(
            try Credential(
                .auto,
                environment: [
                    "AZURE_TENANT_ID": options.tenant, "AZURE_CLIENT_ID": options.client,
                    "AZURE_CLIENT_SECRET": PullBench.secret,
                ]), cloud: try Cloud(authority: DirectTransport.root, graph: DirectTransport.root),
            transport: transport, clock: clock.client
        ) { _ in }
        let pull = try await Pull(
            PullOptions(
                folder: bench.folder.path("capture"),
                collections: GraphCollections.all().filter { ["users", "groups"].contains($0.path) },
                tool: "test"),
            tokens: tokens, transport: transport, clock: clock.client)
        let summary = try await pull.run()
        let taken = clock.now - begun
        let log = await server.log
        let units = log.map(\.units).reduce(0, +)
        let least = Double(units) / Double(Self.limit) * 10
        let fullest = await server.fullestTenSeconds
        let figures =
            "\(units) units in \(taken) s, the throttle's own limit \(least) s, at most \(fullest) in 10 s"
        print("pace: \(figures), ratio \(taken / least)")
        #expect(summary.isComplete)
        #expect(units > 8000, "\(figures)")
        #expect(taken <= 1.3 * least, "\(figures)")
        #expect(fullest <= Self.limit, "\(figures)")
        #expect(!log.contains { $0.status == 429 }, "\(figures)")
    }
}
