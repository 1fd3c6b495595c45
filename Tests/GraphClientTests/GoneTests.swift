import Foundation
import GraphClient
import GraphImport
import GraphServer
import Model
import Resolution
import Store
import TestKit
import Testing

/// What goes while a pull reads it.
@Suite struct GoneTests {
    let bench: PullBench
    private static let group = "6106b0a0-f2f5-47d0-8c3d-1204bb3bcda5"

    init() throws {
        bench = try PullBench()
    }

    @Test func aGroupThatIsDeletedBeforeItIsReadIsSaidAndClosed() async throws {
        let result = try await bench.pull("capture", PullBench.options { $0.vanishing = [Self.group] })
        #expect(result.summary.isComplete)
        #expect(Set(result.summary.collections.flatMap(\.gone)) == ["groups/\(Self.group)"])
        let pulled = try bench.rows("capture")
        #expect(pulled.summary.isComplete)
        #expect(
            pulled.summary.remarks.filter { $0.place.hasSuffix("groups/\(Self.group)") }.map(\.reason) == [
                "listed, and deleted before it was read: it counts as no longer there"
            ])
        #expect(pulled.needs.first { $0.name == "groupMember" }?.state == .complete)
        let database = try TenureDatabase.openForReading(bench.folder.path("capture.sqlite"))
        let open = try database.reading { connection in
            try connection.rows(
                "SELECT t.until FROM directoryGroup t JOIN ident i USING (key) WHERE lower(hex(i.id)) = "
                    + "'\(Self.group.replacing("-", with: ""))'")
        }
        #expect(open == ["1"])
    }

    @Test func whatIsNotFoundOfAGroupThatIsThereIsIncomplete() async throws {
        let result = try await bench.pull("capture", PullBench.options { $0.hidden = [Self.group] })
        #expect(!result.summary.isComplete)
        let incomplete = result.summary.collections.flatMap(\.incomplete)
        #expect(
            incomplete.map(\.path).sorted() == [
                "groups/\(Self.group)/members", "groups/\(Self.group)/owners",
            ])
        #expect(result.summary.collections.flatMap(\.gone) == [])
    }

    @Test func whatOnlyPersonsMayReadIsSaidAndIsNoFailure() async throws {
        let result = try await bench.pull("capture")
        let stages = try #require(
            result.summary.collections.first {
                $0.path.hasSuffix("accessPackageAssignmentApprovals/{id}/stages")
            })
        #expect(stages.wanted == 0)
        #expect(
            stages.lacks
                == "not readable with this sign-in: Graph gives it to persons only, to no application")
        #expect(result.summary.isComplete)
        let pulled = try bench.rows("capture")
        #expect(pulled.summary.isComplete)
        #expect(pulled.summary.remarks.contains { $0.kind == .leftAside && $0.reason == stages.lacks })
    }

    @Test func eventsBeforeAMomentAreNotAskedFor() async throws {
        let since = try #require(Instant("2026-07-15T00:00:00Z"))
        let result = try await bench.pull("capture") {
            $0.collections = GraphCollections.all(auditsSince: since).filter {
                $0.path == "auditLogs/directoryAudits"
            }
        }
        let text = try bench.folder.read("exports/auditLogs/directoryAudits.json")
        let page = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let moments = try #require(page["value"] as? [[String: Any]]).compactMap {
            $0["activityDateTime"] as? String
        }
        let wanted = moments.filter { $0 >= "2026-07-15" }.count
        #expect(result.summary.itemCount == wanted)
        #expect(0 < wanted && wanted < moments.count)
        #expect(result.summary.isComplete)
        let asked = result.log.map(\.target).filter { $0.hasPrefix("/v1.0/auditLogs") }
        #expect(asked.allSatisfy { $0.contains("$filter=activityDateTime%20ge%202026-07-15T00:00:00Z") })
    }
}
