import Testing

@testable import Reports

/// Rows are read by libxml2 while they are written; what stands around them, before the page is published.
@Suite struct RowsCheckTests {
    @Test func rowsAreWellFormedWhereverTheirPiecesAreCut() throws {
        let rows = "<tr><td>Ünal &amp; Söhne</td></tr>\n"
        for size in 1...rows.utf8.count {
            #expect(throws: Never.self) { try RowsCheckTests.check(rows, inPiecesOf: size) }
        }
    }

    @Test func whatIsNoRowIsToldWithItsLine() {
        let error = #expect(throws: ReportsError.self) {
            try RowsCheckTests.check("<tr><td>a</td></tr>\n<tr><td>b & c</td></tr>\n", inPiecesOf: 7)
        }
        #expect(error?.description.contains("sample.html was not published") == true)
        #expect(error?.description.contains("line 3:") == true, "\(error?.description ?? "")")
    }

    @Test func rowsThatDoNotEndAreRefused() {
        #expect(throws: ReportsError.self) { try RowsCheckTests.check("<tr><td>a</td>", inPiecesOf: 4) }
    }

    /// More than the channel holds, all behind the fault.
    @Test func whoWritesDoesNotWaitForAReaderThatHasStopped() {
        let rows = "<tr><<" + String(repeating: "<td>a</td>", count: 100_000)
        #expect(throws: ReportsError.self) { try RowsCheckTests.check(rows, inPiecesOf: 1000) }
    }

    @Test(arguments: ["<p/>ROWS", "ROWS", "<p a=\"ROWS\"/>", "<p><!--ROWS--></p>"])
    func rowsStandOnlyInAnElement(template: String) throws {
        #expect(throws: Never.self) { try RowsCheckTests.write("<p>ROWS</p>") }
        #expect(throws: ReportsError.self) { try RowsCheckTests.write(template) }
    }

    private static func write(_ template: String) throws {
        let (folder, templates) = (try TemporaryFolder(), try TemporaryFolder())
        try templates.write(
            "page.mustache", template.replacing("ROWS", with: "{{#tables}}{{{rows}}}{{/tables}}"))
        try Samples.write(
            HTMLFormat(
                folder: try OutputFolder(folder.path),
                templates: Templates(templatesFolder: templates.path)))
    }

    private static func check(_ rows: String, inPiecesOf size: Int) throws {
        let check = RowsCheck()
        rows.withUTF8Bytes { bytes in
            for start in stride(from: 0, to: bytes.count, by: size) {
                check.read(UnsafeBufferPointer(rebasing: bytes[start..<min(start + size, bytes.count)]))
            }
        }
        check.end()
        try check.check(publishedAs: "sample.html")
    }
}
