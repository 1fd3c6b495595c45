import Foundation
import GraphImport
import Store
import TestKit
import Testing

/// Every body of the collected examples is imported, left aside with a reason, or refused with line and column.
///
/// They lie in `graph/examples` of the `SharedFiles`.
@Suite(.enabled(if: Examples.isThere, "the examples are not here"))
struct ExamplesTests {
    @Test(arguments: Examples.broken)
    func aBrokenBodyIsRefusedWithItsPlace(path: String) throws {
        let bench = try ImportBench()
        try bench.folder.write("files/users.json", page([user("u1")]))
        let summary = try bench.take(paths: [bench.folder.path("files"), path], at: "2026-06-01")
        #expect(summary.fileCount == 2)
        let refused = summary.remarks.filter { $0.kind == .refused }
        #expect(refused.count == 1)
        #expect(try #require(refused.first).place.contains(#/:[0-9]+:[0-9]+$/#))
        #expect(try bench.open("user") == ["u1"])
    }

    @Test func everyOtherBodyIsImportedOrSaidWhyNot() throws {
        var counts: [String: Int] = [:]
        for path in Examples.whole {
            let bench = try ImportBench()
            try bench.folder.write("beside/roleDefinitions.json", page([object("d", "\"isBuiltIn\":true")]))
            let summary = try bench.take(paths: [bench.folder.path("beside"), path], at: "2026-06-01")
            let imported = summary.counts.filter { $0.items > 0 && $0.entity != "roleDefinition" }.map(
                \.entity)
            let reasons = summary.remarks.filter { $0.kind == .leftAside || $0.kind == .refused }
                .map { "\($0.kind.rawValue): \($0.reason)" }
            let ofItself = summary.counts.contains { $0.entity == "roleDefinition" && $0.items > 1 }
            let isEmpty = summary.counts.contains { $0.files > ($0.entity == "roleDefinition" ? 1 : 0) }
            #expect(
                !imported.isEmpty || ofItself || !reasons.isEmpty || isEmpty,
                "\(path): neither imported nor said why")
            for word in imported.isEmpty
                ? Array(Set(reasons)) : ["imported: " + imported.joined(separator: ", ")]
            {
                counts[word, default: 0] += 1
            }
        }
        print("\(Examples.whole.count) bodies of examples, by what became of them:")
        for (word, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            print(String(count).padding(toLength: 5, withPad: " ", startingAt: 0) + word)
        }
    }
}

enum Examples {
    private static let folder = SharedFiles.path("graph/examples")

    static let isThere = FileManager.default.fileExists(atPath: folder)

    /// The bodies that are no JSON.
    static let broken = files(in: folder + "/invalid")

    /// The bodies that are JSON: pages of the documentation, recorded ones, request bodies, audit lines.
    static let whole = ["", "/recorded", "/request-bodies", "/audit"].flatMap { files(in: folder + $0) }

    private static func files(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix("json") }.sorted().map { folder + "/" + $0 }
    }
}
