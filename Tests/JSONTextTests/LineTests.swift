import Testing

@testable import JSONText

@Suite struct LineTests {
    static let text =
        "\n{\n\"a\": 1,\n\"value\": [\n{\n\"id\": 1}, {\"id\": 2},\r\n\r\n3\n, 4]}\n\n[\n5]\n{\"id\": 6}"

    @Test(arguments: [JSONLimits(), .small])
    func documentsAndItemsKnowTheLineTheyBeginIn(limits: JSONLimits) throws {
        let seen = try documents(in: Self.text, limits: limits)
        #expect(seen.map(\.line) == [2, 11, 13])
        #expect(seen.map(\.itemLines) == [[5, 6, 8, 9], [12], [13]])
    }

    @Test(arguments: [JSONLimits(), .small])
    func linesMayBeAskedForInAnyOrderWithinACallback(limits: JSONLimits) throws {
        try withFile(Self.text.utf8) { path in
            var file = JSONFile(path: path)
            file.limits = limits
            var lines: [Int] = []
            try file.read { document in
                try document.forEachItem { item in
                    let first = item.line
                    #expect(item.line == first)
                    if item.index % 2 == 1 { lines.append(first) }
                }
            }
            #expect(lines == [6, 9])
        }
    }
}
