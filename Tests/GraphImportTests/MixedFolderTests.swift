import GraphImport
import Model
import Store
import TestKit
import Testing

/// Exports of several kinds and moments in one import (ACCESS.md 6).
struct MixedFolderTests {
    private func capture(_ moment: String) -> String {
        "{\"format\":\"tenure capture 1\",\"observedAt\":\"\(moment)\",\"isFinished\":true,\"collections\":[],\"requests\":[]}"
    }

    @Test func anObjectOfBetaAndOfV1IsOneRow() throws {
        let bench = try ImportBench()
        try bench.take([
            "beta/accessPackageAssignments.json": page([
                object(
                    "a1",
                    "\"assignmentState\":\"Delivered\",\"assignmentPolicyId\":\"p1\",\"targetId\":\"u1\"")
            ]),
            "v1.0/assignments.json": page([
                object("a1", "\"state\":\"delivered\",\"target\":{\"id\":\"s1\",\"objectId\":\"u1\"}")
            ]),
            "powershell/assignments.json": list([
                "{\"Id\":\"a1\",\"State\":\"delivered\",\"Target\":{\"Id\":\"s1\"}}"
            ]),
            "again/assignments.json": page([
                object("a1", "\"state\":\"delivered\",\"target\":{\"id\":\"s1\",\"objectId\":\"u1\"}")
            ]),
        ])
        #expect(
            try bench.rows(
                """
                SELECT i.id, a.state, p.id, u.id, s.id FROM assignment a JOIN ident i ON i.key = a.key
                JOIN ident p ON p.key = a.policy JOIN ident u ON u.key = a.person JOIN ident s ON s.key = a.subject
                """) == ["a1 | delivered | p1 | u1 | s1"])
    }

    @Test func theLaterCaptureHasTheLastWordWhateverItsFolderIsCalled() throws {
        let bench = try ImportBench()
        let summary = try bench.take([
            "a/capture.json": capture("2026-05-31T22:00:00Z"), "a/users.json": page([user("u1", "New")]),
            "b/capture.json": capture("2026-05-01T22:00:00Z"),
            "b/users.json": page([user("u1", "Old"), user("u2")]),
        ])
        #expect(try bench.open("user", "displayName") == ["u1 | New", "u2 | Ann Lee"])
        #expect(
            summary.reasons(.incomplete).filter { $0.contains("before others") } == [
                "capture.json: observed at 2026-05-01T22:00:00Z, before others of this import: what was gone since "
                    + "stays; import them one after the other, the oldest first"
            ])
    }

    @Test func theDayOfASnapshotIsTheMomentOfItsObservation() throws {
        let bench = try ImportBench()
        func file(_ name: String, _ day: String) -> String {
            "{\"ObjectID\":\"u1\",\"UserPrincipalName\":\"u1@contoso.example\",\"DisplayName\":\"\(name)\",\"SnapshotDate\":\"\(day)\"}"
        }
        try bench.folder.write("flat/a/EntraUsers.json", file("New", "2026-05-02"))
        try bench.folder.write("flat/b/EntraUsers.json", file("Old", "2026-05-01"))
        let summary = try bench.take(paths: [bench.folder.path("flat")], at: nil)
        #expect(summary.observedAt.description == "2026-05-02T23:59:59Z")
        #expect(summary.observedBy == "SnapshotDate")
        #expect(try bench.open("user", "displayName") == ["u1 | New"])
    }
}
