import Foundation
import GraphClient
import GraphImport
import GraphServer
import Resolution
import Store
import TestKit
import Testing

/// Whatever goes wrong, no page is lost and none comes twice.
@Suite(.serialized) struct FaultTests {
    @Test func aHundredPlansOfFaultsLoseNothing() async throws {
        let bench = try PullBench()
        _ = try await bench.pull("whole")
        let wanted = try bench.objects("whole")
        for seed in 1...100 as ClosedRange<UInt64> {
            let options = PullBench.options {
                $0.faults = FaultPlan(seed: seed)
                $0.saysRetryAfter = seed % 2 == 0
            }
            let result = try await bench.pull("pull-\(seed)", options) {
                $0.clock = FastClock(factor: 1000, seed: seed)
            }
            #expect(
                result.summary.isComplete, "seed \(seed): \(result.summary.collections.flatMap(\.incomplete))"
            )
            #expect(try bench.objects("pull-\(seed)") == wanted, "seed \(seed)")
            #expect(result.log.contains { $0.fault != nil })
            expectPatience(result.log, "seed \(seed)")
        }
    }

    @Test func onePlanInRealTime() async throws {
        let bench = try PullBench()
        let options = PullBench.options { $0.faults = FaultPlan(seed: 3, percent: 5) }
        let result = try await bench.pull("capture", options) {
            $0.clock = FastClock(factor: 1)
            $0.overHTTP = true
        }
        #expect(result.summary.isComplete)
        #expect(try bench.rows("capture").rows == bench.rows("exports").rows)
        expectPatience(result.log, "real time")
    }

    @Test func aPlanThatCannotSucceedMarksTheCollection() async throws {
        let bench = try PullBench()
        let path = "groups/6106b0a0-f2f5-47d0-8c3d-1204bb3bcda5/members"
        let options = PullBench.options { $0.faults = FaultPlan(seed: 1, percent: 0, hopeless: [path]) }
        let result = try await bench.pull("capture", options) { $0.clock = FastClock(factor: 5000) }
        let incomplete = result.summary.collections.flatMap(\.incomplete)
        #expect(incomplete.map(\.path) == [path])
        #expect(
            incomplete.first?.reason == "the server fails (HTTP 500, InternalServerError), after 8 attempts")
        let pulled = try bench.rows("capture")
        #expect(!pulled.summary.isComplete)
        #expect(
            pulled.needs.first { $0.name == "groupMember" }?.detail
                == "1 of 19 groups not imported completely")
    }

    /// After a 429 or 503 with Retry-After nobody asks for the same again before its time. Batches have one address,
    /// and others may be on their way.
    private func expectPatience(_ log: [LoggedRequest], _ plan: String) {
        for (place, entry) in log.enumerated() {
            guard let wait = entry.retryAfter, entry.status == 429 || entry.status == 503,
                !entry.target.hasSuffix("$batch")
            else { continue }
            let next = log[(place + 1)...].first { $0.target == entry.target }
            guard let next else { continue }
            #expect(next.time >= entry.time + wait, "\(plan): \(entry.target)")
        }
    }
}
