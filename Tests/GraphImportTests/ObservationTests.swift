import Foundation
import GraphImport
import Model
import TestKit
import Testing

/// When an import observed what it brings (ACCESS.md 6).
@Suite struct ObservationTests {
    let bench: ImportBench

    init() throws {
        bench = try ImportBench()
    }

    private func write(_ name: String, modified: String) throws {
        try bench.folder.write(name, page([user("u1")]))
        let moment = try #require(Instant(modified))
        let date = Date(timeIntervalSince1970: Double(moment.ticks) / 10_000_000)
        try FileManager.default.setAttributes(
            [.modificationDate: date], ofItemAtPath: bench.folder.path(name))
    }

    @Test func itIsTheTimeOfTheNewestFile() throws {
        try write("files/users-0001.json", modified: "2026-05-01T10:00:00Z")
        try write("files/users-0002.json", modified: "2026-05-03T11:30:00Z")
        let summary = try bench.take(paths: [bench.folder.path("files")], at: nil)
        #expect(summary.observedAt.description == "2026-05-03T11:30:00Z")
        #expect(summary.observedBy == "time of the newest file")
    }

    @Test func unlessItIsSaid() throws {
        try write("files/users.json", modified: "2026-05-01T10:00:00Z")
        let summary = try bench.take(paths: [bench.folder.path("files")], at: "2026-04-01")
        #expect(summary.observedAt.description == "2026-04-01T00:00:00Z")
        #expect(summary.observedBy == "--observed-at")
    }
}
