import Crypto
import Foundation
import Reports
import Testing

@Suite struct HTMLFormatTests {
    /// The page of the hostile rows.
    static func hostilePage(limit: Int = 5000) throws -> String {
        let folder = try TemporaryFolder()
        let output = try OutputFolder(folder.path)
        try Samples.write(
            HTMLFormat(folder: output, templates: Templates(), options: FormatOptions(pageRows: limit)))
        return try folder.read("sample.html")
    }

    @Test func hostileTextIsWholeAndHarmless() throws {
        let page = try HTMLFormatTests.hostilePage()
        #expect(page.components(separatedBy: "<script>").count == 2)
        #expect(page.components(separatedBy: "<!--").count == 1)
        #expect(!page.contains(" onmouseover=\""))
        let bytes = Data(page.utf8)
        for text in Samples.hostile where !text.isEmpty {
            #expect(bytes.range(of: Data(XMLText.escaped(text).utf8)) != nil)
        }
        #expect(page.contains("␀␁"))
        #expect(page.contains("<bdi>\u{202E}txt.exe</bdi>"))
    }

    @Test func aQuoteThatCarriesAnAccentIsEscapedToo() {
        #expect(XMLText.escaped("\"\u{301}<\u{338}") == "&quot;\u{301}&lt;\u{338}")
    }

    @Test func onlyItsOwnScriptAndStyleCount() throws {
        let page = try HTMLFormatTests.hostilePage()
        func hash(_ tag: String) throws -> String {
            let start = try #require(page.range(of: "<\(tag)>"))
            let end = try #require(page.range(of: "</\(tag)>", range: start.upperBound..<page.endIndex))
            let text = page[start.upperBound..<end.lowerBound]
            return "sha256-" + Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString()
        }
        let (style, script) = (try hash("style"), try hash("script"))
        let policy = "default-src 'none'; style-src '\(style)'; script-src '\(script)'; "
        #expect(page.contains("content=\"" + XMLText.escaped(policy)))
        #expect(!page.contains("style=\""))
    }

    @Test func thePageSaysWhatItShowsOfHowMuch() throws {
        let page = try HTMLFormatTests.hostilePage(limit: 3)
        let count = Samples.hostile.count
        #expect(page.contains("<strong>3 of \(count) rows</strong>; all are in <a href=\"sample.csv\">"))
        #expect(page.components(separatedBy: "<tr><td class=\"c0").count == 4)
    }

    @Test func thePageSaysWhatIsMissingAndWhatIsNotCovered() throws {
        let page = try HTMLFormatTests.hostilePage()
        #expect(page.contains("This report is not complete"))
        #expect(page.contains("<b>assignments</b>: imported in part: a page is missing"))
        #expect(page.components(separatedBy: "<li>Azure resource roles</li>").count == 2)
        #expect(page.contains("<li>SharePoint’s own permissions</li>"))
    }

    @Test func aPageThatIsNotWellFormedDoesNotReplaceTheOldOne() throws {
        let folder = try TemporaryFolder()
        let templates = try TemporaryFolder()
        try templates.write("page.mustache", "<html>\n<p>{{#tables}}{{{rows}}}{{/tables}}</html>")
        try folder.write("sample.html", "the old one")
        let format = HTMLFormat(
            folder: try OutputFolder(folder.path), templates: Templates(templatesFolder: templates.path))
        let error = #expect(throws: ReportsError.self) { try Samples.write(format) }
        #expect(error?.description.contains("sample.html was not published") == true)
        #expect(try folder.read("sample.html") == "the old one")
    }

    @Test func aBrokenTemplateIsToldWithFileAndLine() throws {
        let folder = try TemporaryFolder()
        let templates = try TemporaryFolder()
        try templates.write("page.mustache", "<html>\n{{#tables}}\n</html>")
        let format = HTMLFormat(
            folder: try OutputFolder(folder.path), templates: Templates(templatesFolder: templates.path))
        let error = #expect(throws: ReportsError.self) { try Samples.write(format) }
        #expect(error?.description.contains("page.mustache:") == true, "\(error?.description ?? "")")
    }

    @Test func accessIsWrittenInAllFormats() throws {
        let folder = try TemporaryFolder()
        let kept = ProcessInfo.processInfo.environment["REPORTS_PAGE_FOLDER"]
        try PageSample.write(into: kept ?? folder.path)
        if let kept {
            try PageSample.write(into: kept + "/cut", rows: 400, isComplete: false, pageRows: 100)
            try PageSample.write(into: kept + "/big", rows: 5000)
        }
        #expect(FileManager.default.fileExists(atPath: (kept ?? folder.path) + "/access.html"))
    }
}

extension HTMLFormatTests {
    /// A table of three columns of text, in this layout.
    private static func page(_ layout: Table.Layout, _ rows: [[String]]) throws -> String {
        let table = Table(
            name: "facts", title: "Facts", doc: "All.",
            columns: ["topic", "fact", "value"].map {
                Column(name: $0, title: $0, type: .text, doc: "D.", page: PagePlace(shown: true))
            }, layout: layout)
        let folder = try TemporaryFolder()
        let format = HTMLFormat(folder: try OutputFolder(folder.path), templates: Templates())
        try format.begin(Report(name: "sample", title: "S", doc: "D.", tables: [table]), Samples.header)
        try format.table(table, rows: rows.map { $0.map(Cell.text) })
        _ = try format.end()
        return try folder.read("sample.html")
    }

    @Test func aTopicIsSaidOnceForTheFactsThatFollowOnEachOther() throws {
        let rows = [["A", "1", "x"], ["A", "2", "y"], ["B", "1", "z"], ["A", "3", "x"]]
        let dossier = try HTMLFormatTests.page(.facts, rows)
        #expect(dossier.components(separatedBy: "<tr class=\"same\"><td class=\"c0\">A</td>").count == 2)
        #expect(dossier.contains("<section class=\"table dossier small\""))
        #expect(try !HTMLFormatTests.page(.rows, rows).contains("class=\"same\""))
    }

    @Test func aTableOfMoreThanTwentyRowsComesWithSearchAndFilters() throws {
        let rows = (0..<21).map { ["\($0)", "a", "b"] }
        #expect(try !HTMLFormatTests.page(.rows, rows).contains("class=\"table rows small\""))
        #expect(
            try HTMLFormatTests.page(.rows, Array(rows.dropLast())).contains("class=\"table rows small\""))
    }
}

extension HTMLFormatTests {
    @Test func ofManyRowsTheFirstStandInTheTableAndTheOthersLieThereAsText() throws {
        let rows = (0..<2300).map { index in
            Samples.rows[index % Samples.rows.count]
        }
        func page(_ limit: Int) throws -> String {
            let folder = try TemporaryFolder()
            let format = HTMLFormat(
                folder: try OutputFolder(folder.path), templates: Templates(),
                options: FormatOptions(pageRows: limit))
            try Samples.write(format, rows: rows)
            return try folder.read("sample.html")
        }
        let large = try page(6000)
        #expect(large.components(separatedBy: "<tr><td").count == 1001)
        let blocks = large.components(separatedBy: "<script type=\"text/plain\" data-size=\"1000\">")
            .dropFirst()
        let lines = blocks.map { block in
            block.prefix(upTo: block.range(of: "</script>")?.lowerBound ?? block.startIndex)
                .split(separator: "\n", omittingEmptySubsequences: false)
        }
        #expect(lines.map(\.count) == [1000, 300])
        let cells = lines.joined().map { $0.split(separator: "\t", omittingEmptySubsequences: false).count }
        #expect(Set(cells) == [Samples.table.columns.count])
        #expect(large.contains("data-rows=\"2300\""))
        #expect(large.contains("Without scripts 1,000 of 2,300 rows are shown"))
        #expect(try !page(5000).contains("text/plain"))
    }
}
