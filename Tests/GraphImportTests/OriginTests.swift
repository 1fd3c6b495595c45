import Model
import Store
import TestKit
import Testing

/// From which file a row came.
struct OriginTests {
    private func origins(_ bench: ImportBench, _ id: String) throws -> [String] {
        try bench.reading { try Origins(of: id, $0) }.versions.map { version in
            let files = version.files.map { $0.replacing(bench.folder.path(""), with: "") }
            return "\(version.entity) \(version.parent ?? "-") \(version.snapshot) \(version.isOpen) "
                + files.joined(separator: ",")
        }
    }

    @Test func aVersionNamesTheFilesThatToldIt() throws {
        let bench = try ImportBench()
        try bench.take([
            "users-0001.json": page([user("u1")], next: true), "users-0002.json": page([user("u2")]),
            "groups/g1/members.json": page([object("u2")]),
        ])
        try bench.take([
            "users-0001.json": page([user("u1", "Ann Moor")], next: true),
            "users-0002.json": page([user("u2")]),
            "groups/g1/members.json": page([]),
        ])
        #expect(
            try origins(bench, "u1") == [
                "user - 1 false export-1/users-0001.json", "user - 2 true export-2/users-0001.json",
            ])
        #expect(
            try origins(bench, "u2") == [
                "groupMember g1 1 false export-1/groups/g1/members.json",
                "user - 1 true export-1/users-0002.json",
            ])
    }

    @Test func whereFilesContradictEachOtherTheLastIsNamedLast() throws {
        let bench = try ImportBench()
        try bench.take([
            "a/users.json": page([user("u1", "Ann Lee")]), "b/users.json": page([user("u1", "Ann Moor")]),
            "c/users.json": page([user("u1", "Ann Moor")]),
        ])
        #expect(try bench.open("user", "displayName") == ["u1 | Ann Moor"])
        #expect(try origins(bench, "u1") == ["user - 1 true export-1/a/users.json,export-1/b/users.json"])
    }

    @Test func managersAndSponsorsAreOfTheirOwnFiles() throws {
        let bench = try ImportBench()
        try bench.take([
            "users.json": page([user("u1")]), "users/u1/manager.json": object("u2"),
            "users/u1/sponsors.json": page([object("u3")]),
        ])
        #expect(
            try origins(bench, "u1") == [
                "user - 1 true export-1/users.json,export-1/users/u1/manager.json,export-1/users/u1/sponsors.json"
            ])
    }

    /// Paths may name persons.
    @Test func namesOfFilesFromBeforeTheCutAreForgotten() throws {
        let bench = try ImportBench()
        try bench.take(["users.json": page([user("u1"), user("u2")])])
        try bench.take(["users.json": page([user("u1"), user("u2", "Ann Moor")])])
        let store = try TenureDatabase.openForWriting(bench.database)
        _ = try store.prune(
            before: #require(Instant("2026-06-02")), now: #require(Instant("2026-07-01")),
            keepingEvents: false,
            isTrial: false)
        try store.close()
        #expect(try origins(bench, "u1") == ["user - 1 true "])
        #expect(try origins(bench, "u2") == ["user - 2 true export-2/users.json"])
    }

    @Test func nothingIsKnownOfAnIdThatNobodyTold() throws {
        let bench = try ImportBench()
        try bench.take(["users.json": page([user("u1")])])
        #expect(try origins(bench, "u9").isEmpty)
    }
}
