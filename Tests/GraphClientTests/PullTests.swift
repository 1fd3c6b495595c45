import Foundation
import GraphClient
import GraphImport
import GraphServer
import Resolution
import Store
import TestKit
import Testing

/// A pull brings what the files hold.
@Suite struct PullTests {
    let bench: PullBench

    init() throws {
        bench = try PullBench()
    }

    @Test func aPullGivesTheRowsOfItsFiles() async throws {
        let result = try await bench.pull("capture") { $0.overHTTP = true }
        #expect(result.summary.isComplete)
        let (pulled, imported) = (try bench.rows("capture"), try bench.rows("exports"))
        #expect(pulled.rows == imported.rows)
        #expect(pulled.rows.count > 150)
        #expect(pulled.summary.isComplete)
        #expect(pulled.needs.allSatisfy { $0.state == .complete })
    }

    @Test func nothingIsAskedForTwice() async throws {
        let result = try await bench.pull("capture")
        let targets = result.log.filter { $0.method == "GET" }.map(\.target)
        #expect(targets.count == Set(targets).count)
        #expect(result.tokenCount == 1)
    }

    @Test func aMissingPermissionMarksOneCollectionAndTheOthersGoOn() async throws {
        let options = PullBench.options { $0.roles.remove("GroupMember.Read.All") }
        let result = try await bench.pull("capture", options)
        let incomplete = result.summary.collections.filter { !$0.incomplete.isEmpty }
        #expect(incomplete.map(\.path) == ["groups"])
        #expect(
            incomplete.first?.incomplete.first?.reason
                == "a permission or a licence is missing (HTTP 403, Authorization_RequestDenied)")
        let pulled = try bench.rows("capture")
        #expect(!pulled.summary.isComplete)
        #expect(pulled.needs.first { $0.name == "directoryGroup" }?.state == .partial)
        #expect(pulled.needs.first { $0.name == "user" }?.state == .complete)
    }

    @Test func withoutALicenceUsersComeWithoutSignIns() async throws {
        let result = try await bench.pull("capture", PullBench.options { $0.hasPremiumLicence = false })
        #expect(result.summary.isComplete)
        let users = try #require(result.summary.collections.first { $0.path == "users" })
        #expect(users.items == 64)
        #expect(users.lacks?.hasPrefix("signInActivity") == true)
    }

    @Test func aTokenThatEndsInAPullIsRenewed() async throws {
        // Pages take 3 s each. In real time: on a busy machine a token of a fast clock ends before it is used.
        let options = PullBench.options {
            $0.tokenLife = 20
            $0.faults = FaultPlan(seed: 1, percent: 100, kinds: [.slow])
        }
        let result = try await bench.pull("capture", options) { $0.clock = FastClock(factor: 1) }
        #expect(result.tokenCount > 1)
        #expect(result.summary.isComplete)
        #expect(try bench.rows("capture").rows == bench.rows("exports").rows)
    }
}
