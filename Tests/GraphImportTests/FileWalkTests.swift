import Foundation
import GraphImport
import Store
import TestKit
import Testing

/// What is found below the paths that a user names; what is not read is said.
@Suite struct FileWalkTests {
    let bench: ImportBench

    init() throws {
        bench = try ImportBench()
        try bench.folder.write("files/users.json", page([user("u1")]))
    }

    private var files: String { bench.folder.path("files") }

    @Test func aFileThatIsNamedTwiceIsReadOnce() throws {
        let summary = try bench.take(paths: [files, files + "/", files + "/users.json"], at: "2026-06-01")
        #expect(summary.fileCount == 1)
        #expect(summary.isComplete)
    }

    @Test func aFolderThatIsCalledLikeAFileIsAFolder() throws {
        try bench.folder.write("files/groups.json/groups.json", page([object("g1", "\"groupTypes\":[]")]))
        try bench.take(paths: [files], at: "2026-06-01")
        #expect(try bench.open("directoryGroup") == ["g1"])
    }

    @Test func linksAreLeftAsideAndSaid() throws {
        try FileManager.default.createSymbolicLink(atPath: files + "/loop", withDestinationPath: files)
        try FileManager.default.createSymbolicLink(
            atPath: files + "/groups.json", withDestinationPath: "users.json")
        let summary = try bench.take(paths: [files], at: "2026-06-01")
        #expect(
            summary.reasons(.leftAside) == [
                "groups.json: a symbolic link, which is not followed",
                "loop: a symbolic link, which is not followed",
            ])
    }

    @Test func aLinkThatIsNamedIsFollowed() throws {
        try FileManager.default.createSymbolicLink(
            atPath: bench.folder.path("link"), withDestinationPath: files)
        try bench.take(paths: [bench.folder.path("link")], at: "2026-06-01")
        #expect(try bench.open("user") == ["u1"])
    }

    @Test(arguments: ["pipe", "pipe.json"])
    func pipesAreNeverWaitedFor(name: String) throws {
        #expect(mkfifo(files + "/" + name, 0o600) == 0)
        let summary = try bench.take(paths: [files], at: "2026-06-01")
        #expect(summary.reasons(.leftAside) == ["\(name): neither a file nor a folder"])
        let alone = try bench.take(paths: [files + "/users.json", files + "/" + name], at: "2026-06-02")
        #expect(alone.remarks.count == 1)
    }

    @Test func aFolderWithoutFilesIsAnError() throws {
        try FileManager.default.createDirectory(
            atPath: bench.folder.path("empty/below"), withIntermediateDirectories: true)
        let path = bench.folder.path("empty")
        #expect(throws: ImportError.noFiles(path)) { try bench.take(paths: [path], at: "2026-06-01") }
    }

    @Test(.enabled(if: geteuid() != 0, "an administrator may read everything"))
    func whatMayNotBeReadIsRefused() throws {
        try bench.folder.write("files/closed.json", page([user("u2")]))
        try bench.folder.write("files/closed/users.json", page([user("u2")]))
        for name in ["closed.json", "closed"] {
            try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: files + "/" + name)
        }
        let summary = try bench.take(paths: [files], at: "2026-06-01")
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: files + "/closed")
        #expect(summary.reasons(.refused).count == 2)
    }
}
