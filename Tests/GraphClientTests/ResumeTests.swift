import Foundation
import GraphClient
import GraphImport
import GraphServer
import Resolution
import Store
import TestKit
import Testing

/// An interrupted pull goes on where it was.
@Suite struct ResumeTests {
    let bench: PullBench

    init() throws {
        bench = try PullBench()
    }

    @Test(arguments: [3, 10, 25, 40])
    func onlyWhatIsMissingIsAskedForAgain(stopAfter: Int) async throws {
        _ = try await bench.pull("whole")
        await #expect(throws: StoppingTransport.Stopped.self) {
            try await bench.pull("capture") { $0.stopAfter = stopAfter }
        }
        let journal = try bench.folder.read("capture/requests.jsonl")
        let before = journal.split(separator: "\n").count
        let result = try await bench.pull("capture") { $0.resume = true }
        let targets = result.log.filter { $0.method == "GET" && $0.target != "/v1.0/users/$count" }
        #expect(result.summary.isComplete)
        #expect(result.summary.keptCount == before)
        #expect(targets.count == result.summary.pageCount - before)
        #expect(try bench.objects("capture") == bench.objects("whole"))
    }

    @Test func aPageThatIsNoLongerWholeIsAskedForAgain() async throws {
        await #expect(throws: StoppingTransport.Stopped.self) {
            try await bench.pull("capture") { $0.stopAfter = 40 }
        }
        let files = FileManager.default.enumerator(atPath: bench.folder.path("capture"))
        let page = try #require(files?.compactMap { $0 as? String }.first { $0.hasSuffix(".json.gz") })
        try bench.folder.write("capture/" + page, "cut")
        _ = try await bench.pull("capture") { $0.resume = true }
        _ = try await bench.pull("whole")
        #expect(try bench.objects("capture") == bench.objects("whole"))
    }

    @Test func aLineThatWasCutOffCountsAsNotWritten() async throws {
        await #expect(throws: StoppingTransport.Stopped.self) {
            try await bench.pull("capture") { $0.stopAfter = 20 }
        }
        let journal = try bench.folder.read("capture/requests.jsonl")
        try bench.folder.write("capture/requests.jsonl", String(journal.dropLast(30)))
        let result = try await bench.pull("capture") { $0.resume = true }
        #expect(result.summary.keptCount == journal.split(separator: "\n").count - 1)
        _ = try await bench.pull("whole")
        #expect(try bench.objects("capture") == bench.objects("whole"))
    }

    @Test func anInterruptedCaptureImportsAsIncomplete() async throws {
        await #expect(throws: StoppingTransport.Stopped.self) {
            try await bench.pull("capture") { $0.stopAfter = 40 }
        }
        let pulled = try bench.rows("capture")
        #expect(!pulled.summary.isComplete)
        #expect(pulled.summary.remarks.contains { $0.reason.contains("--resume") })
    }

    @Test func aFinishedCaptureCannotBeResumedNorOverwritten() async throws {
        _ = try await bench.pull("capture")
        let path = bench.folder.path("capture")
        await #expect(throws: GraphClientError.captureIsFinished(path)) {
            try await bench.pull("capture") { $0.resume = true }
        }
        await #expect(throws: GraphClientError.captureExists(path)) { try await bench.pull("capture") }
    }
}
