import Testing

@testable import JSONText

@Suite struct ValueTextTests {
    static let text = """
        [{ "b" : [ 1 , 2.50 , 1e2 , -0 , true , null ] , "a" : { "z" : {} , "é" : "\\u00e9\\n<\\/>" , "y" : [ ] } , \
        "b" : "last" }]
        """

    @Test func rawTextKeepsOrderAndRepeatedKeys() throws {
        try withValue(Self.text) { value in
            #expect(
                value.rawText()
                    == #"{"b":[1,2.5,100.0,0,true,null],"a":{"z":{},"é":"é\n</>","y":[]},"b":"last"}"#)
        }
    }

    @Test func canonicalTextSortsKeysAndKeepsTheLastOfRepeatedOnes() throws {
        try withValue(Self.text) { value in
            #expect(value.canonicalText() == #"{"a":{"y":[],"z":{},"é":"é\n</>"},"b":"last"}"#)
        }
    }

    @Test func canonicalTextIsTheSameForTheSameValue() throws {
        var texts: Set<String> = []
        for text in [
            #"{"a":1,"b":{"c":"A","d":[{"y":1,"x":2}]}}"#,
            #"{ "b":{"d":[{"x":2,"y":1}],"c":"\u0041"}, "a":1 }"#,
        ] {
            try withValue(text) { texts.insert($0.canonicalText()) }
        }
        #expect(texts == [#"{"a":1,"b":{"c":"A","d":[{"x":2,"y":1}]}}"#])
    }

    @Test func textReadsBackAsTheSameValue() throws {
        let name = String(repeating: "ñ", count: 10_000)
        let strings = [
            "<script>", "=cmd()", "a,b;\"c\"", "\r\n\t\u{8}\u{C}\u{1F}\u{7F}", "\u{202E}rtl", "👩‍👩‍👧", name, "\\",
        ]
        for string in strings {
            var text = ""
            try withValue("[\(quoted(string))]") { text = $0.canonicalText() }
            try withValue("[\(text)]") { #expect($0.string == string) }
        }
    }

    @Test func deepValuesAreWritten() throws {
        let deep = String(repeating: "[", count: 1000) + String(repeating: "]", count: 1000)
        try withValue("[\(deep)]") { #expect($0.canonicalText() == deep) }
    }

    private func quoted(_ string: String) -> String {
        "\"" + string.utf16.map { "\\u" + String(0x10000 + Int($0), radix: 16).dropFirst() }.joined() + "\""
    }
}
