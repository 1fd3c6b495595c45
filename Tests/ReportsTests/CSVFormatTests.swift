import Foundation
import Reports
import Testing

@Suite struct CSVFormatTests {
    @Test(arguments: Samples.hostile)
    func theGuardCanBeUndone(text: String) {
        #expect(FormulaGuard.undone(FormulaGuard.guarded(text)) == text)
    }

    @Test(arguments: Samples.hostile)
    func noGuardedCellIsAFormula(text: String) throws {
        guard let first = FormulaGuard.guarded(text).unicodeScalars.first else { return }
        #expect(!"=+-@\t\r".unicodeScalars.contains(first))
    }

    @Test func hostileTextIsWholeInEveryPlace() throws {
        let folder = try TemporaryFolder()
        try Samples.write(CSVFormat(folder: OutputFolder(folder.path)))
        let records = CSVReader.records(try folder.read("sample.csv"))
        #expect(records.count == Samples.hostile.count + 1)
        for (record, text) in zip(records.dropFirst(), Samples.hostile) {
            #expect(FormulaGuard.undone(record[0]).unicodeScalars.elementsEqual(text.unicodeScalars))
            #expect(FormulaGuard.undone(record[1]).unicodeScalars.elementsEqual(text.unicodeScalars))
        }
    }

    @Test func eachTypeIsWrittenAsItsInterfaceSays() throws {
        let folder = try TemporaryFolder()
        let rows: [[Cell]] = [
            [
                .text("-id"), .null, .text("open"), .boolean(false), .integer(-3), .instant(Samples.moment),
                .path([PathStep(id: "g1", name: "=A"), PathStep(id: "g2", name: nil)]),
            ]
        ]
        try Samples.write(CSVFormat(folder: OutputFolder(folder.path)), rows: rows)
        #expect(
            try folder.read("sample.csv")
                == "id,name,kind,flag,count,at,via\r\n'-id,,open,false,-3,2026-08-07T10:53:20Z,'=A > g2\r\n")
    }

    @Test func theMarkForOldExcelIsWrittenOnlyWhenAskedFor() throws {
        let folder = try TemporaryFolder()
        try Samples.write(CSVFormat(folder: OutputFolder(folder.path), byteOrderMark: true), rows: [])
        #expect(try folder.read("sample.csv") == "\u{FEFF}id,name,kind,flag,count,at,via\r\n")
    }

    @Test func furtherTablesHaveFilesOfTheirOwn() throws {
        let folder = try TemporaryFolder()
        let format = CSVFormat(folder: try OutputFolder(folder.path))
        try format.begin(Samples.report, Samples.header)
        try format.table(Samples.table, rows: [])
        let second = Table(name: "more", title: "More", doc: "", columns: Samples.table.columns)
        try format.table(second, rows: [])
        #expect(try format.end() == [folder.path + "/sample.csv", folder.path + "/sample-more.csv"])
        #expect(try folder.names == ["sample-more.csv", "sample.csv"])
    }
}
