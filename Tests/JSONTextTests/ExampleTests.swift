import Foundation
import TestKit
import Testing

@testable import JSONText

/// The examples of Microsoft's documentation, which lie beside the project, not in it.
@Suite(.enabled(if: Examples.areThere, "set TENURE_SHARED to the folder with graph/examples"))
struct ExampleTests {
    @Test(arguments: Examples.files(in: "invalid"))
    func invalidExampleIsRefusedWithLineAndColumn(name: String) throws {
        let bytes = try Data(contentsOf: Examples.folder.appending(path: "invalid/\(name)"))
        for limits in [JSONLimits(), .small] {
            guard case .invalid(_, let line, let column, _) = try refusal(of: bytes, limits: limits) else {
                Issue.record("refused without a place")
                return
            }
            let lines = String(decoding: bytes, as: UTF8.self).split(
                separator: "\n", omittingEmptySubsequences: false)
            try #require(lines.indices.contains(line - 1))
            #expect(1...(lines[line - 1].unicodeScalars.count + 1) ~= column)
        }
    }

    @Test func validExamplesAreReadAlikeHoweverTheyAreCut() throws {
        for name in Examples.files(in: "") {
            let bytes = try Data(contentsOf: Examples.folder.appending(path: name))
            let whole = try documents(in: bytes)
            #expect(whole.count >= 1, "\(name)")
            for windowSize in [1, 50, 700] {
                let limits = JSONLimits(documentSize: windowSize, windowSize: windowSize)
                #expect(try documents(in: bytes, limits: limits) == whole, "\(name) \(windowSize)")
            }
        }
    }
}

enum Examples {
    static let folder = URL(filePath: SharedFiles.path("graph/examples"))

    static var areThere: Bool { !files(in: "invalid").isEmpty }

    static func files(in subfolder: String) -> [String] {
        let path = folder.appending(path: subfolder).path
        // Without the folder there are no examples, and the suite is skipped.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { $0.hasSuffix(".json") }.sorted()
    }
}
