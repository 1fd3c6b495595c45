import Testing

@testable import JSONText

@Suite struct LimitTests {
    static func limits(itemSize: Int = 100, envelopeSize: Int = 50) -> JSONLimits {
        JSONLimits(documentSize: 16, windowSize: 8, itemSize: itemSize, envelopeSize: envelopeSize)
    }

    static func string(_ count: Int) -> String { "\"" + String(repeating: "x", count: count - 2) + "\"" }

    @Test func itemUpToTheLimitIsRead() throws {
        let text = "[1,\n" + Self.string(99) + ", 2]"
        #expect(try items(in: text, limits: Self.limits()) == ["1", Self.string(99), "2"])
    }

    @Test func itemOverTheLimitIsRefused() throws {
        let text = "[1,\n2,\n3,\n" + Self.string(101) + ", 2]"
        #expect(try words(of: text, limits: Self.limits()) == "f.json:4: item larger than 100 bytes")
        #expect(
            JSONTextError.itemTooLarge(file: "f", line: 1, limit: JSONLimits().itemSize).description
                == "f:1: item larger than 64 MB")
    }

    @Test func objectThatCannotBeCutIsRefusedOverTheLimit() throws {
        let text = "{\"a\": " + Self.string(60) + ", \"b\": " + Self.string(60) + "}"
        #expect(try words(of: text, limits: Self.limits()) == "f.json:1: item larger than 100 bytes")
        #expect(try items(in: text, limits: Self.limits(itemSize: 200)) == [text.filter { $0 != " " }])
    }

    @Test func membersBehindTheItemsAreLimited() throws {
        let text = "{\"value\": [1, 2, 3, 4],\n \"b\": " + Self.string(60) + "}"
        #expect(
            try words(of: text, limits: Self.limits())
                == "f.json:1: members beside 'value' larger than 50 bytes")
    }

    @Test func pageWithManyMembersBeforeItsItemsIsReadAsAWhole() throws {
        let text = "{\"b\": " + Self.string(60) + ", \"value\": [1, 2, 3]}"
        #expect(try items(in: text, limits: Self.limits()) == ["1", "2", "3"])
    }

    @Test func faultIsNamedRatherThanTheSizeItLeadsTo() throws {
        // Without its closing quote the string goes on to the end of the file.
        let text = "[1, \"a, 2,\n" + (1...100).map { "\"\($0)\"" }.joined(separator: ",\n") + "]"
        #expect(try words(of: text, limits: Self.limits()) == "f.json:1:11: unescaped newline in string")
    }

    @Test(arguments: [JSONLimits(), LimitTests.limits(itemSize: 10_000, envelopeSize: 10_000)])
    func depthIsLimitedAlikeHoweverADocumentIsRead(limits: JSONLimits) throws {
        func arrays(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + "0" + String(repeating: "]", count: depth)
        }
        #expect(try items(in: arrays(1024), limits: limits) == [arrays(1023)])
        #expect(try words(of: arrays(1025), limits: limits) == "f.json:1:1025: nested deeper than 1024")
        let page = { (depth: Int) in "{\"value\": [\(arrays(depth - 2)), 1, 2, 3, 4, 5]}" }
        #expect(try items(in: page(1024), limits: limits).first == arrays(1022))
        #expect(try words(of: page(1025), limits: limits) == "f.json:1:1034: nested deeper than 1024")
    }

    @Test func endlessNestingIsRefused() throws {
        let text = String(repeating: "{\"a\":[", count: 300_000)
        #expect(try words(of: text) == "f.json:1:3073: nested deeper than 1024")
        #expect(try words(of: text, limits: Self.limits()) == "f.json:1:3073: nested deeper than 1024")
    }
}
