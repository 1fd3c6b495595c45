import Foundation
import GraphClient
import GraphImport
import GraphServer
import Model
import Resolution
import Store
import TestKit
import Testing

/// A pull that asks only for what changed leads to what a pull of everything leads to.
@Suite struct DeltaPullTests {
    /// June and then July, read wholly from the files.
    private func whole(_ bench: DeltaBench, observed: Bool = true) throws -> [String] {
        try bench.take("2026-07", into: "whole.sqlite")
        return try bench.rows("whole.sqlite", observed: observed).rows
    }

    @Test func changesLeadToTheRowsOfTheWhole() async throws {
        let bench = try DeltaBench()
        try bench.take("2026-06", into: "whole.sqlite")
        try await bench.pull("june", into: "followed.sqlite")
        try await bench.becomeJuly()
        let summary = try await bench.pull("july", into: "followed.sqlite")
        #expect(summary.isComplete)
        let followed = try bench.rows("followed.sqlite")
        #expect(try followed.rows == whole(bench))
        #expect(followed.rows.count > 150)
        #expect(followed.incomplete.isEmpty)
    }

    @Test func membersAreNotAskedForGroupByGroup() async throws {
        let bench = try DeltaBench()
        try await bench.pull("june", into: "followed.sqlite")
        #expect(bench.log.contains { $0.target.contains("/members") })
        try await bench.becomeJuly()
        try await bench.pull("july", into: "followed.sqlite")
        let asked = bench.log.map(\.target).filter {
            $0.hasPrefix("/v1.0/users?") || $0.hasPrefix("/v1.0/groups?")
        }
        #expect(asked.isEmpty)
        let groups = bench.log.filter { $0.target.contains("/members") }
        #expect(groups.count < 3, "only of groups that are new: \(groups.map(\.target))")
    }

    @Test func aRoundIsAskedForAgainUntilItIsImported() async throws {
        let bench = try DeltaBench()
        try bench.take("2026-06", into: "whole.sqlite")
        try await bench.pull("june", into: "followed.sqlite")
        try await bench.becomeJuly()
        let before = try bench.known("followed.sqlite").mapValues(\.link)
        // The capture is lost before it is imported.
        try await bench.pull("lost", into: "followed.sqlite", importing: false)
        #expect(try bench.known("followed.sqlite").mapValues(\.link) == before)
        try await bench.pull("july", into: "followed.sqlite")
        #expect(try bench.known("followed.sqlite").mapValues(\.link) != before)
        #expect(try bench.rows("followed.sqlite").rows == whole(bench))
    }

    @Test(arguments: [400, 410])
    func aDeadLinkMakesAPullReadEverything(status: Int) async throws {
        let bench = try DeltaBench {
            $0.deltaLife = 0.5
            $0.deadDeltaStatus = status
        }
        try bench.take("2026-06", into: "whole.sqlite")
        try await bench.pull("june", into: "followed.sqlite")
        try await bench.becomeJuly()
        try await Task.sleep(for: .milliseconds(10))
        let summary = try await bench.pull("july", into: "followed.sqlite")
        #expect(summary.isComplete)
        let notes = summary.collections.compactMap(\.note)
        #expect(notes.count == 3)
        #expect(notes.allSatisfy { $0.contains("no longer good") && $0.contains("HTTP \(status)") })
        #expect(try bench.rows("followed.sqlite").rows == whole(bench))
    }

    @Test func afterSevenDaysEverythingIsReadAnew() async throws {
        let bench = try DeltaBench()
        try await bench.pull("june", into: "followed.sqlite")
        let known = try bench.known("followed.sqlite").mapValues { known in
            KnownCollection(
                link: known.link,
                wholeAt: Instant(ticks: known.wholeAt.ticks - 8 * 86_400 * Instant.ticksPerSecond),
                objects: known.objects)
        }
        let summary = try await bench.pull("later", into: "followed.sqlite") { $0.known = known }
        #expect(
            summary.collections.compactMap(\.note)
                == Array(repeating: "read wholly: seven days have passed since", count: 3))
        #expect(bench.log.contains { $0.target.contains("/members") })
    }

    @Test func aLinkOfAnotherHostIsNeverAsked() async throws {
        let bench = try DeltaBench()
        try await bench.pull("june", into: "followed.sqlite")
        let known = try bench.known("followed.sqlite").mapValues { known in
            KnownCollection(
                link: "https://graph.contoso.example/v1.0/users/delta?$deltatoken=a", wholeAt: known.wholeAt,
                objects: known.objects)
        }
        let summary = try await bench.pull("july", into: "followed.sqlite") { $0.known = known }
        #expect(
            summary.collections.compactMap(\.note)
                == Array(repeating: "read wholly: the link to its changes is of another Graph", count: 3))
    }

    @Test func aTenantWithoutLinksIsReadWhollyAndItIsSaid() async throws {
        let bench = try DeltaBench { $0.refusesDelta = true }
        let summary = try await bench.pull("june", into: "followed.sqlite")
        #expect(summary.isComplete)
        #expect(
            summary.collections.compactMap(\.note).first?.hasPrefix("its changes cannot be followed") == true)
        #expect(try bench.known("followed.sqlite").isEmpty)
    }

    @Test func whatAPartialPullBeginsIsNotFollowed() async throws {
        let bench = try DeltaBench {
            $0.faults = FaultPlan(
                seed: 1, percent: 0, hopeless: ["groups/6106b0a0-f2f5-47d0-8c3d-1204bb3bcda5/members"])
        }
        let summary = try await bench.pull("june", into: "followed.sqlite") {
            $0.clock = FastClock(factor: 5000)
        }
        #expect(!summary.isComplete)
        #expect(try bench.known("followed.sqlite").keys.sorted() == ["servicePrincipals", "users"])
    }

    @Test func aCaptureOfChangesSaysWhereTheStateBeforeIsMissing() async throws {
        let bench = try DeltaBench()
        try await bench.pull("june", into: "followed.sqlite")
        try await bench.becomeJuly()
        try await bench.pull("july", into: "followed.sqlite")
        let summary = try bench.take("july", into: "alone.sqlite")
        let reasons = summary.remarks.filter {
            $0.kind == .incomplete && $0.reason.contains("not known here")
        }
        #expect(reasons.count == 3)
        #expect(try bench.rows("alone.sqlite").incomplete.map(\.name).contains("user"))
        #expect(try bench.known("alone.sqlite").isEmpty)
    }

    @Test func theSameChangesWithoutTheirManifestFollowByTheUsersWord() async throws {
        let bench = try DeltaBench()
        try bench.take("2026-06", into: "whole.sqlite")
        try await bench.pull("june", into: "followed.sqlite")
        try bench.take("2026-06", into: "exports.sqlite")
        try await bench.becomeJuly()
        try await bench.pull("july", into: "followed.sqlite")
        try FileManager.default.removeItem(atPath: bench.folder.path("july/capture.json"))
        try bench.take("july", into: "exports.sqlite", .complete)
        // Nobody became an owner or ceased to be: that owners are followed is told by the manifest only.
        let rows = try bench.rows("exports.sqlite", observed: false).rows
        #expect(try rows == whole(bench, observed: false))
        #expect(try bench.rows("exports.sqlite").incomplete.isEmpty)
    }

    @Test func anotherNumberThanGraphCountsEndsTheChain() async throws {
        let restored = "u-restored"
        let bench = try DeltaBench { $0.untold = [restored] }
        try await bench.pull("june", into: "followed.sqlite")
        let path = "2026-07/users.json"
        let page = try bench.folder.read(path)
        let user =
            "{\"id\":\"\(restored)\",\"displayName\":\"Ann Lee\",\"userPrincipalName\":\"ann@contoso.example\"}"
        try bench.folder.write(path, page.replacing(#""value":["#, with: #""value":["# + user + ","))
        try await bench.becomeJuly()
        let summary = try await bench.pull("july", into: "followed.sqlite", importing: false)
        #expect(summary.isComplete)
        let taken = try bench.take("july", into: "followed.sqlite")
        #expect(
            taken.remarks.filter { $0.kind == .incomplete }.map(\.reason)
                == ["user: Graph counts 65, the changes lead to 64; the next pull reads all"])
        #expect(try bench.known("followed.sqlite").keys.sorted() == ["groups", "servicePrincipals"])
        try await bench.pull("august", into: "followed.sqlite")
        #expect(try bench.rows("followed.sqlite").incomplete.isEmpty)
    }

    @Test func killedInARoundItGoesOn() async throws {
        let bench = try DeltaBench()
        try bench.take("2026-06", into: "whole.sqlite")
        try await bench.pull("june", into: "followed.sqlite")
        try await bench.becomeJuly()
        await #expect(throws: StoppingTransport.Stopped.self) {
            try await bench.pull("july", into: "followed.sqlite") { $0.stopAfter = 20 }
        }
        await #expect(throws: GraphClientError.captureFollowsChanges(bench.folder.path("july"), true)) {
            try await bench.pull("july", into: "followed.sqlite", following: false) { $0.resume = true }
        }
        let summary = try await bench.pull("july", into: "followed.sqlite") { $0.resume = true }
        #expect(summary.keptCount > 0)
        #expect(try bench.rows("followed.sqlite").rows == whole(bench))
    }

    @Test func throughFaultsNoChangeIsLost() async throws {
        for seed in 1...3 as ClosedRange<UInt64> {
            let bench = try DeltaBench { $0.faults = FaultPlan(seed: seed) }
            try bench.take("2026-06", into: "whole.sqlite")
            try await bench.pull("june", into: "followed.sqlite") {
                $0.clock = FastClock(factor: 1000, seed: seed)
            }
            try await bench.becomeJuly()
            try await bench.pull("july", into: "followed.sqlite") {
                $0.clock = FastClock(factor: 1000, seed: seed)
            }
            #expect(try bench.rows("followed.sqlite").rows == whole(bench), "seed \(seed)")
            #expect(bench.log.contains { $0.fault != nil })
        }
    }
}
