import Foundation
import GraphImport
import GraphServer
import TestKit
import Testing

@testable import GraphClient

/// PIM for Groups can only be asked group by group, in a filter (GRAPH.md 3.28).
@Suite struct GroupSchedulePullTests {
    let bench: PullBench
    private let group: String
    private let manageable: [String]
    private let root = "identityGovernance/privilegedAccess/group/"

    init() throws {
        bench = try PullBench()
        let text = try Data(contentsOf: URL(fileURLWithPath: bench.folder.path("exports/groups.json")))
        let page = try #require(try JSONSerialization.jsonObject(with: text) as? [String: Any])
        let groups = try #require(page["value"] as? [[String: Any]])
        manageable = groups.filter {
            $0["membershipRule"] as? String == nil && $0["onPremisesSyncEnabled"] as? Bool != true
        }.compactMap { $0["id"] as? String }
        #expect(manageable.count < groups.count)
        group = try #require(manageable.last)
    }

    private func write(_ file: String, _ items: String) throws {
        let path = bench.folder.path("exports/\(root)\(group)")
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try Data("{\"value\": [\(items)]}".utf8).write(to: URL(fileURLWithPath: "\(path)/\(file).json"))
    }

    private func schedule(_ number: Int, _ kind: String) -> String {
        """
        {"id": "\(group)_member_\(number)", "groupId": "\(group)", "accessId": "member", "memberType": "Direct",
        "principalId": "0000000\(number)-1111-4222-8333-444444444444", "endDateTime": "2026-12-31T23:00:00Z",
        "\(kind)ScheduleId": "s\(number)"}
        """
    }

    @Test func aPullGivesTheRowsOfTheFilesAndAsksForNoGroupThatPIMCannotManage() async throws {
        try write(
            "assignmentScheduleInstances", (1...8).map { schedule($0, "assignment") }.joined(separator: ","))
        try write("eligibilityScheduleInstances", schedule(9, "eligibility"))
        let result = try await bench.pull("capture")
        #expect(result.summary.isComplete)
        let rows = try bench.rows("capture").rows
        #expect(try rows == bench.rows("exports").rows)
        #expect(rows.filter { $0.contains("\(group)_member_") }.count >= 9)
        let asked = result.log.map(\.target).filter {
            $0.contains("assignmentScheduleInstances") && !$0.contains("skiptoken")
        }
        #expect(asked.count == manageable.count)
    }

    @Test func withoutItsPermissionItIsAskedOnceAndMarked() async throws {
        let options = PullBench.options { $0.roles.remove("PrivilegedAssignmentSchedule.Read.AzureADGroup") }
        let result = try await bench.pull("capture", options)
        #expect(result.log.filter { $0.target.contains("group/assignmentScheduleInstances") }.count == 1)
        let incomplete = result.summary.collections.filter { !$0.incomplete.isEmpty }
        #expect(incomplete.map(\.path) == [root + "{id}/assignmentScheduleInstances"])
        #expect(
            incomplete.first?.incomplete.map(\.reason) == [
                "a permission or a licence is missing (HTTP 403, Authorization_RequestDenied); of no other object "
                    + "it was asked for"
            ])
        #expect(try !bench.rows("capture").summary.isComplete)
    }
}
