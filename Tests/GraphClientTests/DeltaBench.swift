import Foundation
import GraphClient
import GraphImport
import GraphServer
import Model
import Resolution
import Store
import TestKit
import Testing

/// A tenant that changes from June to July, and a database that follows it.
final class DeltaBench {
    private let bench: PullBench
    private let server: GraphServer
    private let clock: FastClock
    private let options: ServerOptions
    private(set) var log: [LoggedRequest] = []
    private var month = "2026-06"

    init(_ change: (inout ServerOptions) -> Void = { _ in }) throws {
        bench = try PullBench()
        clock = FastClock(factor: 100)
        options = PullBench.options {
            $0.pageSize = 20
            change(&$0)
        }
        for month in ["2026-06", "2026-07"] {
            try FileManager.default.copyItem(
                atPath: PullBench.root + "/Samples/contoso/" + month, toPath: bench.folder.path(month))
            try FileManager.default.removeItem(
                atPath: bench.folder.path(
                    month + "/identityGovernance/entitlementManagement/accessPackageAssignmentApprovals"))
            try Self.leaveOutSignIns(bench.folder, month)
        }
        server = try GraphServer(folder: bench.folder.path(month), options: options, clock: clock.server)
    }

    /// Sign-ins come with the whole list only: left out on both ways, so that these can be compared.
    private static func leaveOutSignIns(_ folder: TemporaryFolder, _ month: String) throws {
        let path = month + "/users.json"
        var body = try #require(
            JSONSerialization.jsonObject(with: Data(folder.read(path).utf8)) as? [String: Any])
        let users = try #require(body["value"] as? [[String: Any]])
        body["value"] = users.map { $0.filter { $0.key != "signInActivity" } }
        try folder.write(path, JSONSerialization.data(withJSONObject: body, options: [.sortedKeys]))
    }

    var folder: TemporaryFolder { bench.folder }

    func becomeJuly() async throws {
        month = "2026-07"
        try await server.change(to: bench.folder.path(month))
    }

    var moment: String { month == "2026-06" ? "2026-06-30T22:00:00Z" : "2026-07-31T22:00:00Z" }

    /// Pulls by what the database knows, and imports.
    ///
    /// - Parameter following: false to read everything.
    @discardableResult
    func pull(
        _ name: String, into database: String, following: Bool = true, importing: Bool = true,
        _ change: (inout PullBench.Way) -> Void = { _ in }
    ) async throws -> PullSummary {
        let before = await server.log.count
        let known = following ? try known(database) : nil
        let result = try await bench.pull(name, options) {
            $0.server = server
            $0.clock = clock
            $0.known = known
            change(&$0)
        }
        log = Array(await server.log.dropFirst(before))
        if importing { try take(name, into: database) }
        return result.summary
    }

    @discardableResult
    func take(
        _ name: String, into database: String, _ completeness: ImportOptions.Completeness = .asTold
    ) throws -> ImportSummary {
        let store = try TenureDatabase.openForWriting(bench.folder.path(database))
        defer { try? store.close() }
        let moment: Instant = try #require(Instant(self.moment))
        return try Importer(
            ImportOptions(
                paths: [bench.folder.path(name)], observedAt: moment,
                completeness: completeness, now: #require(Instant("2026-09-01T00:00:00Z")), tool: "test")
        ).run(into: store)
    }

    /// As `tenure pull --delta` asks the database.
    func known(_ database: String) throws -> [String: KnownCollection] {
        guard FileManager.default.fileExists(atPath: bench.folder.path(database)) else { return [:] }
        let all = try TenureDatabase.openForReading(bench.folder.path(database)).reading(
            FollowedCollection.all)
        // The imports are dated by their month, the chains of changes by the clock of the test.
        return Dictionary(
            uniqueKeysWithValues: all.map {
                ($0.path, KnownCollection(link: $0.link, wholeAt: clock.client.now(), objects: $0.objects))
            })
    }

    /// The access rows at the end of the month, and what is said of the collections.
    ///
    /// - Parameter observed: false to leave out when they were seen last.
    func rows(_ database: String, observed: Bool = true) throws -> (rows: [String], incomplete: [NeedState]) {
        let path = bench.folder.path(database)
        let moment = try #require(Instant(self.moment))
        return try TenureDatabase.openForReading(path).reading { connection in
            let state = try ReportState(connection, at: moment, path: path)
            var rows: [String] = []
            try AccessRows(state).forEach(AccessSelection(scope: .all, everyStatus: true)) {
                rows.append($0.text(observed: observed))
            }
            let needs = try state.needs([
                "user", "deletedUser", "directoryGroup", "groupMember", "groupOwner", "servicePrincipal",
                "appRoleAssignment", "assignment",
            ])
            return (rows, needs.filter { $0.state != .complete })
        }
    }
}
