import Testing

@testable import JSONText

@Suite struct FaultTests {
    struct Case: CustomTestStringConvertible {
        let text: String
        let words: String
        var testDescription: String { "\(text.debugDescription): \(words)" }
    }

    static let cases = [
        Case(text: "{\"a\": 1,}", words: "1:8: trailing comma before '}'"),
        Case(text: "{\n  \"é\": [1, 2 ,\n  ]}", words: "2:14: trailing comma before ']'"),
        Case(text: "{\"a\": 1, // why\n \"b\": 2}", words: "1:10: comment"),
        Case(text: "/* why */ {}", words: "1:1: comment"),
        Case(text: "{\"a\": 1 /* why */}", words: "1:9: comment"),
        Case(text: "{\"a\": \"b\nc\"}", words: "1:9: unescaped newline in string"),
        Case(text: "{\"a\": \"b\r\nc\"}", words: "1:9: unescaped newline in string"),
        Case(text: "{\"a\": \"b\tc\"}", words: "1:9: unescaped control character in string"),
        Case(text: "{\"a\": \"\u{0}\"}", words: "1:8: unescaped control character in string"),
        Case(text: #"["a\q"]"#, words: "1:4: invalid escape in string"),
        Case(text: #"["\u12g4"]"#, words: "1:3: invalid escape in string"),
        Case(text: #"["\ud83dx"]"#, words: "1:3: unpaired surrogate in string"),
        Case(text: "{\"a\": }", words: "1:7: expected a value"),
        Case(text: "[1,,2]", words: "1:4: expected a value"),
        Case(text: "[NaN]", words: "1:2: expected a value"),
        Case(text: "[+1]", words: "1:2: expected a value"),
        Case(text: "[.5]", words: "1:2: expected a value"),
        Case(text: "['a']", words: "1:2: expected a value"),
        Case(text: "[1, ...]", words: "1:5: expected a value"),
        Case(text: "{a: 1}", words: "1:2: expected a key in double quotes"),
        Case(text: "{'a': 1}", words: "1:2: expected a key in double quotes"),
        Case(text: "{\"a\": 1, 2}", words: "1:10: expected a key in double quotes"),
        Case(text: "{,}", words: "1:2: expected a key in double quotes"),
        Case(text: "{\"a\" 1}", words: "1:6: expected ':'"),
        Case(text: "{\"a\"}", words: "1:5: expected ':'"),
        Case(text: "{\"a\": 1\n \"b\": 2}", words: "2:2: expected ',' or '}'"),
        Case(text: "[1 2]", words: "1:4: expected ',' or ']'"),
        Case(text: "[{}}", words: "1:4: expected ',' or ']'"),
        Case(text: "{\"a\": 1]", words: "1:8: expected ',' or '}'"),
        Case(text: "{}]", words: "1:3: expected '{' or '['"),
        Case(text: "<html>", words: "1:1: expected '{' or '['"),
        Case(text: "id,displayName", words: "1:1: expected '{' or '['"),
        Case(text: "[01]", words: "1:2: malformed number"),
        Case(text: "[1, 1.]", words: "1:5: malformed number"),
        Case(text: "[1e]", words: "1:2: malformed number"),
        Case(text: "[-]", words: "1:2: malformed number"),
        Case(text: "[1a]", words: "1:2: malformed number"),
        Case(text: "[\n12345678901234567890123]", words: "2:1: number out of range"),
        Case(text: "[18446744073709551616]", words: "1:2: number out of range"),
        Case(text: "[-9223372036854775809]", words: "1:2: number out of range"),
        Case(text: "[1e999]", words: "1:2: number out of range"),
        Case(text: "[truth]", words: "1:2: expected true, false or null"),
        Case(text: "[nulll]", words: "1:2: expected true, false or null"),
        Case(text: "[True]", words: "1:2: expected a value"),
        Case(text: "{\"a\": [1, 2", words: "1:12: unexpected end of file"),
        Case(text: "{\"a\": 1\r\n", words: "2:1: unexpected end of file"),
        Case(text: "{\"a\": tr", words: "1:9: unexpected end of file"),
        Case(text: "tr", words: "1:3: unexpected end of file"),
        Case(text: "{\"a\": \"b", words: "1:9: unexpected end of file in string"),
        Case(text: "-", words: "1:1: unexpected end of file"),
    ]

    @Test(arguments: cases)
    func faultIsNamedWithItsPlace(_ test: Case) throws {
        #expect(try words(of: test.text) == "f.json:" + test.words)
        #expect(try words(of: test.text, limits: .small) == "f.json:" + test.words)
    }

    @Test func columnsCountCharactersNotBytes() throws {
        #expect(try words(of: "[\"é漢😀\", x]") == "f.json:1:9: expected a value")
    }

    @Test func firstOfSeveralFaultsIsNamed() throws {
        #expect(try words(of: "{\"a\": 1,}\n{\"b\": \"\n\"}") == "f.json:1:8: trailing comma before '}'")
    }

    @Test func placeIsFoundFarBehind() throws {
        let lines = (1...100_000).map { "{\"id\": \($0), \"name\": \"ü\"},\n" }.joined()
        let expected = "f.json:100002:3: expected ':'"
        #expect(
            try words(of: "[\n" + lines + "{1: 2}]") == "f.json:100002:2: expected a key in double quotes")
        #expect(
            try words(of: "{\"value\":[\n" + lines + "{} ],}") == "f.json:100002:5: trailing comma before '}'"
        )
        #expect(try words(of: "[\n" + lines + "{}],") != expected)
    }

    @Test func fileCutOffAnywhereIsRefused() throws {
        let text = #"{"a": [1.5, true, "é\n\u00e9", {"b": null}], "value": [{"id": "x"}, -12], "c": false}"#
        let bytes = Array(text.utf8)
        for count in 1..<bytes.count {
            for limits in [JSONLimits(), .small] {
                let error = try refusal(of: bytes.prefix(count), limits: limits)
                guard case .invalid(_, 1, let column, .endOfFile) = error else {
                    guard case .invalid(_, 1, let column, .endOfFileInString) = error else {
                        Issue.record("\(count): \(String(describing: error))")
                        continue
                    }
                    #expect(column <= count + 1)
                    continue
                }
                #expect(column <= count + 1)
            }
        }
    }
}
