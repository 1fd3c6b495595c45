import Foundation
import Reports
import Testing

@Suite struct EntryTests {
    private static func page(_ entry: Entry?, type: ColumnType = .text, _ values: [String?]) throws -> String
    {
        let table = Table(
            name: "rows", title: "Rows", doc: "All.",
            columns: [
                Column(name: "name", title: "Name", type: .text, doc: "A.", page: PagePlace(shown: true)),
                Column(
                    name: "other", title: "O & \"o\"", type: type, doc: "B.", page: PagePlace(shown: true),
                    entry: entry),
            ])
        let folder = try TemporaryFolder()
        let format = HTMLFormat(folder: try OutputFolder(folder.path), templates: Templates())
        try format.begin(
            Report(
                name: "sample", title: "S", doc: "D.", tables: [table], attestation: "I <reviewed> it."),
            Samples.header)
        try format.table(table, rows: values.map { [.text("Ann \"A\" Lee"), Cell($0)] })
        _ = try format.end()
        return try folder.read("sample.html")
    }

    @Test func fewChoicesAreButtonsThatBelongTogetherByRow() throws {
        let page = try EntryTests.page(.choice(["Keep", "Remove", "Don't know"]), [nil, nil])
        #expect(page.components(separatedBy: "type=\"radio\" name=\"rows-1-0\"").count == 4)
        #expect(page.components(separatedBy: "type=\"radio\" name=\"rows-1-1\"").count == 4)
        #expect(page.contains("value=\"Don&#39;t know\""))
        #expect(
            page.contains(
                "role=\"radiogroup\" aria-label=\"O &amp; &quot;o&quot;: Ann &quot;A&quot; Lee\""))
        #expect(page.contains("<kbd>K</kbd> <kbd>R</kbd> <kbd>D</kbd>"))
        #expect(!page.contains(" checked=\"checked\" />Keep"))
    }

    @Test func manyChoicesAreAListThatBeginsEmpty() throws {
        let page = try EntryTests.page(.choice(["a", "b", "c", "d", "e"]), [nil])
        #expect(page.contains("<option value=\"\"></option><option value=\"a\">a</option>"))
        #expect(!page.contains("<kbd>"))
    }

    @Test func whatTheDataBringsIsNotLost() throws {
        let page = try EntryTests.page(.choice(["Keep", "Remove"]), ["Keep", "<Other>"])
        #expect(page.contains("value=\"Keep\" checked=\"checked\""))
        #expect(page.contains("value=\"&lt;Other&gt;\" checked=\"checked\""))
        #expect(try EntryTests.page(.text, ["</textarea>"]).contains("&lt;/textarea&gt;</textarea>"))
    }

    @Test func whatIsAttestedStandsAtTheEndWithLinesToFill() throws {
        let page = try EntryTests.page(.text, [nil])
        #expect(page.contains("<p>I &lt;reviewed&gt; it.</p>"))
        #expect(page.contains("class=\"attested-by\""))
    }

    @Test(arguments: [
        ("https://example.org/a?b=c&d", true), ("HTTPS://example.org", true), ("http://example.org", false),
        ("javascript:alert(1)", false), ("https://example.org/\u{202E}gpj", false),
        ("https://example.org/ a", false), ("", false), (" https://example.org", false),
        ("packet/packet-ann-lee-0d81fed9.html", true), ("../packet/a.html", false),
        ("//example.org/a.html", false),
        ("packet/a.exe", false), ("file:a.html", false), ("a b.html", false),
    ])
    func onlyAPlainHTTPSAddressOrAPageBesideIsALink(address: String, isLink: Bool) throws {
        let page = try EntryTests.page(nil, type: .link, [address])
        #expect(page.contains("<a rel=\"noreferrer\" href=\"\(XMLText.escaped(address))\">") == isLink)
        #expect(try !EntryTests.page(nil, type: .text, [address]).contains("rel=\"noreferrer\""))
    }
}
