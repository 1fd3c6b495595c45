import Foundation
import Testing

@testable import Reports

@Suite struct WorkbookTests {
    /// What an entry of the file holds.
    static func entry(_ name: String, in folder: TemporaryFolder) throws -> String {
        let archive = try ZipReader(folder.path + "/tenure.xlsx", for: "tenure.xlsx")
        while let entry = archive.next() {
            guard entry.name == name else { continue }
            var bytes: [UInt8] = []
            #expect(archive.inflate(entry) { bytes.append(contentsOf: $0) })
            return String(decoding: bytes, as: UTF8.self)
        }
        Issue.record("no entry \(name)")
        return ""
    }

    static func sheetNames(_ folder: TemporaryFolder) throws -> [String] {
        try entry("xl/workbook.xml", in: folder).matches(of: /<sheet name="([^"]*)"/).map { String($0.1) }
    }

    static func rowCount(_ sheet: Int, _ folder: TemporaryFolder) throws -> Int {
        try entry("xl/worksheets/sheet\(sheet).xml", in: folder).matches(of: #/<row /#).count
    }

    @Test func severalReportsShareAFile() throws {
        let folder = try TemporaryFolder()
        let output = try OutputFolder(folder.path)
        let workbook = try Workbook(folder: output, name: "tenure")
        let second = Table(name: "more", title: "More", doc: "More rows.", columns: Samples.table.columns)
        for name in ["sample", "history"] {
            let report = Report(
                name: name, title: name, doc: "Nothing real.", tables: [Samples.table, second])
            let format = FormatName.xlsx.writer(
                into: output, templates: Templates(), options: FormatOptions(workbook: workbook))
            try format.begin(report, Samples.header)
            try format.table(Samples.table, rows: Samples.rows)
            try format.table(second, rows: [])
            #expect(try format.end().isEmpty)
        }
        #expect(try !folder.names.contains("tenure.xlsx"))
        #expect(try workbook.publish() == folder.path + "/tenure.xlsx")
        #expect(try folder.names == ["tenure.xlsx"])
        #expect(
            try WorkbookTests.sheetNames(folder)
                == ["About", "sample", "sample-more", "history (2)", "history-more"])
        #expect(try WorkbookTests.rowCount(2, folder) == Samples.rows.count + 1)
        #expect(try WorkbookTests.rowCount(3, folder) == 1)
    }

    @Test func aSheetThatIsFullGoesOnInTheNext() throws {
        let folder = try TemporaryFolder()
        let output = try OutputFolder(folder.path)
        let workbook = try Workbook(folder: output, name: "tenure", rowsPerSheet: 11)
        try Samples.write(XLSXFormat(folder: output, into: workbook), rows: Array(Samples.rows.prefix(20)))
        _ = try workbook.publish()
        #expect(try WorkbookTests.sheetNames(folder) == ["About", "sample", "sample (2)"])
        #expect(try WorkbookTests.rowCount(2, folder) == 11)
        #expect(try WorkbookTests.rowCount(3, folder) == 11)
        let about = try WorkbookTests.entry("xl/worksheets/sheet1.xml", in: folder)
        #expect(about.contains("'sample (2)'!A1"))
    }

    @Test func aWorkbookThatIsLetGoLeavesNothing() throws {
        let folder = try TemporaryFolder()
        do {
            let output = try OutputFolder(folder.path)
            let workbook = try Workbook(folder: output, name: "tenure")
            try Samples.write(XLSXFormat(folder: output, into: workbook))
        }
        #expect(try folder.names.isEmpty)
    }

    @Test func rowsThatWereLostOnTheWayAreNoticed() throws {
        let folder = try TemporaryFolder()
        let output = try OutputFolder(folder.path)
        try Samples.write(XLSXFormat(folder: output))
        let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/sample.xlsx"))
        let file = try output.file("sample.xlsx")
        bytes.withUnsafeBytes { file.writer.write($0.bindMemory(to: UInt8.self)) }
        file.writer.flush()
        let archive = try ZipReader(file.temporaryPath, for: file.path)
        var sizes: [Int] = []
        while let entry = archive.next() {
            guard entry.name.hasPrefix("xl/worksheets/sheet") else { continue }
            var text = ""
            _ = archive.inflate(entry) { text += String(decoding: $0, as: UTF8.self) }
            let rows = try #require(text.firstMatch(of: /<sheetData>(.*)<\/sheetData>/.dotMatchesNewlines()))
            sizes.append(rows.1.utf8.count)
        }
        #expect(sizes.count == 2)
        try WorkbookCheck.check(file, bytesOfRows: sizes)
        for wrong in [[sizes[0], sizes[1] + 1], [sizes[0] - 1, sizes[1]], [sizes[0]], sizes + [0]] {
            #expect(throws: ReportsError.self) { try WorkbookCheck.check(file, bytesOfRows: wrong) }
        }
    }
}
