import Testing

@testable import JSONText

/// Files with several documents, and with none.
@Suite struct SequenceTests {
    @Test(arguments: [JSONLimits(), .small])
    func documentsMayFollowOneAnotherWithAndWithoutBlanks(limits: JSONLimits) throws {
        let text = "{\"value\":[1]}{\"value\":[2]}\n\n  [3]\t{\"id\":4}[5]6 \"7\" \"8\""
        let seen = try documents(in: text, limits: limits)
        #expect(seen.map(\.shape) == [.page, .page, .array, .object, .array, .scalar, .scalar, .scalar])
        #expect(seen.flatMap(\.items) == ["1", "2", "3", "{\"id\":4}", "5", "6", "\"7\"", "\"8\""])
        #expect(seen.map(\.line) == [1, 1, 3, 3, 3, 3, 3, 3])
    }

    @Test(arguments: [JSONLimits(), .small])
    func jsonLinesAreADocumentEach(limits: JSONLimits) throws {
        let text = (1...50).map { "{\"id\":\($0)}\r\n" }.joined()
        let seen = try documents(in: text, limits: limits)
        #expect(seen.map(\.items) == (1...50).map { ["{\"id\":\($0)}"] })
        #expect(seen.map(\.line) == Array(1...50))
    }

    @Test func laterBrokenDocumentKeepsAllFromBeingHandedOut() throws {
        let text = "{\"value\":[1, 2, 3, 4, 5]}\n[1, 2, 3, 4, 5, 6]\n{\"a\":}"
        #expect(try words(of: text) == "f.json:3:6: expected a value")
        #expect(try words(of: text, limits: .small) == "f.json:3:6: expected a value")
    }

    @Test(arguments: ["", " ", "\r\n\t \n", "\u{FEFF}", "\u{FEFF}\n"])
    func emptyAndBlankFilesHoldNoDocument(text: String) throws {
        #expect(try words(of: text) == "f.json: holds no JSON document")
        #expect(try words(of: text, limits: .small) == "f.json: holds no JSON document")
    }

    @Test func commaBetweenDocumentsIsRefused() throws {
        #expect(try words(of: "{},\n{}") == "f.json:1:3: expected '{' or '['")
    }

    @Test func bigBlankGapsAreSkipped() throws {
        let gap = String(repeating: " \n", count: 1000)
        let seen = try documents(in: gap + "[1]" + gap + "[2]" + gap, limits: .small)
        #expect(seen.map(\.line) == [1001, 2001])
    }
}
