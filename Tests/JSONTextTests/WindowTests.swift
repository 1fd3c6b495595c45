import Testing

@testable import JSONText

/// Documents that are cut into windows.
@Suite struct WindowTests {
    static let page = """
        {"@odata.context": "c", "odd": {"value": [1], "s": "]}\\\\"}, "value": [
          {"id": 1, "name": "a]},[\\"\\\\"},
          {"id": 2, "inner": [[], [{"x": ","}]]}, {}, [],
          "s,[", 12, null,

          {"long": "\(String(repeating: "x,[{\\\"", count: 40))"}
        ], "@odata.nextLink": "n", "more": ["a", {"b": "c"}]}
        """
    static let texts = [
        page, page + page, "[]", "[ \n ]", "{\"value\": [ \n   \n   \n   ]}",
        "{\"a\": 1, \"b\": [1, 2, 3, 4, 5, 6]}",
        "[[1, 2, 3], [4, 5, 6], [7, 8, 9]]", "[{\"a\":1}\n,\n{\"a\":2}\n,\n{\"a\":3}\n]",
        "{\"value\":[1,2,3,4,5,6,7,8,9]}\n{\"value\":[1,2]}[1,2,3,4,5,6,7,8,9,10]\n\n{\"id\":\"0123456789012345\"}",
    ]

    @Test(arguments: texts)
    func windowsOfEverySizeGiveWhatTheWholeGives(text: String) throws {
        let whole = try documents(in: text)
        for documentSize in [1, 7, 30, 64, 100, 150] {
            for windowSize in [1, 2, 3, 5, 8, 13, 31, 64, 65, 128] {
                let limits = JSONLimits(documentSize: documentSize, windowSize: windowSize)
                let cut = try documents(in: text, limits: limits)
                try #require(cut == whole, "\(documentSize) \(windowSize)")
            }
        }
    }

    @Test(arguments: [
        "[1,,2]", "[,1]", "[1,]", "[1, ]", "[1 2]", "[1}", "[1]]", "{\"value\":[1}]}", "{\"value\":[1]]",
        "{\"value\":[1,]}", "{\"value\":[1],}", "{\"value\":[1] \"a\":2}", "{\"value\":[1]",
        "{\"value\":[1],\"a\":",
        "{\"a\" 1, \"value\":[1]}", "{, \"value\":[1]}", "{\"value\":[1], \"b\":[1}", "[{\"a\":1},{\"a\":}]",
        "[\"a\nb\"]", "[\"a\\x\"]", "[1]\u{FEFF}]", "[1,\u{FEFF}]", "[\u{FEFF}1]", "[tru]", "[01]", "[1],[2]",
    ])
    func invalidTextIsRefusedAtTheSamePlaceHoweverItIsCut(text: String) throws {
        let expected = try #require(try words(of: text))
        for documentSize in [1, 4] {
            for windowSize in 1...6 {
                let limits = JSONLimits(documentSize: documentSize, windowSize: windowSize)
                #expect(try words(of: text, limits: limits) == expected, "\(documentSize) \(windowSize)")
            }
        }
    }

    @Test func itemsCanBeHandedOutTwice() throws {
        for limits in [JSONLimits(), .small] {
            try withFile(Self.page.utf8) { path in
                var file = JSONFile(path: path)
                file.limits = limits
                try file.read { document in
                    var runs: [[String]] = [[], []]
                    for run in runs.indices {
                        try document.forEachItem { runs[run].append($0.value.rawText()) }
                    }
                    #expect(runs[0].count == 8)
                    #expect(runs[0] == runs[1])
                }
            }
        }
    }

    @Test func itemsNeedNotBeAskedFor() throws {
        let text = Self.page + "\n[1, 2, 3, 4, 5, 6, 7, 8, 9]\n" + Self.page
        try withFile(text.utf8) { path in
            var file = JSONFile(path: path)
            file.limits = .small
            var lines: [Int] = []
            try file.read { document in
                lines.append(document.line)
                if lines.count == 2 { try document.forEachItem { #expect($0.line == 8) } }
            }
            #expect(lines == [1, 8, 9])
        }
    }
}
