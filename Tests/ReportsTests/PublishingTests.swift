import Foundation
import Reports
import Testing

@Suite struct PublishingTests {
    @Test(arguments: FormatName.allCases)
    func anInterruptedWriteKeepsTheOldFile(name: FormatName) throws {
        let folder = try TemporaryFolder()
        try folder.write("sample.\(name.rawValue)", "the old one")
        do {
            let format = name.writer(into: try OutputFolder(folder.path), templates: Templates())
            try format.begin(Samples.report, Samples.header)
            try format.beginTable(Samples.table)
            try format.row(Samples.rows[0])
        }
        #expect(try folder.names == ["sample.\(name.rawValue)"])
        #expect(try folder.read("sample.\(name.rawValue)") == "the old one")
    }

    @Test(arguments: FormatName.allCases)
    func whatAKilledRunLeftBehindIsWrittenOver(name: FormatName) throws {
        let folder = try TemporaryFolder()
        try folder.write(".sample.\(name.rawValue).part", String(repeating: "left behind", count: 100_000))
        try Samples.write(name.writer(into: OutputFolder(folder.path), templates: Templates()))
        #expect(try folder.names == ["sample.\(name.rawValue)"])
        #expect(try !folder.read("sample.\(name.rawValue)").contains("left behind"))
    }

    @Test func twoRunsAtOnceDoNotMix() throws {
        let folder = try TemporaryFolder()
        let output = try OutputFolder(folder.path)
        let first = JSONFormat(folder: output)
        try first.begin(Samples.report, Samples.header)
        #expect(throws: ReportsError.busy(path: folder.path + "/sample.json")) {
            try JSONFormat(folder: output).begin(Samples.report, Samples.header)
        }
    }

    @Test(arguments: FormatName.allCases)
    func theSameInputGivesTheSameBytes(name: FormatName) throws {
        let folder = try TemporaryFolder()
        var seen: Set<String> = []
        for _ in 0..<2 {
            try Samples.write(name.writer(into: OutputFolder(folder.path), templates: Templates()))
            seen.insert(try folder.read("sample.\(name.rawValue)"))
        }
        #expect(seen.count == 1)
    }

    @Test func filesAndFoldersAreTheOwnersOnly() throws {
        let folder = try TemporaryFolder()
        try Samples.write(CSVFormat(folder: OutputFolder(folder.path + "/a/b")))
        func mode(_ path: String) throws -> Int? {
            let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + path)
            return attributes[.posixPermissions] as? Int
        }
        #expect(try mode("/a/b/sample.csv") == 0o600)
        #expect(try mode("/a/b") == 0o700)
        #expect(try mode("/a") == 0o700)
    }

    @Test(arguments: FormatName.allCases)
    func aRowThatDoesNotFitItsTableIsRefused(name: FormatName) throws {
        let folder = try TemporaryFolder()
        let format = name.writer(into: try OutputFolder(folder.path), templates: Templates())
        try format.begin(Samples.report, Samples.header)
        try format.beginTable(Samples.table)
        #expect(throws: ReportsError.wrongRow(table: "rows", cells: 1, columns: 7)) {
            try format.row([.null])
        }
    }

    @Test func aFolderThatCannotBeMadeIsToldByName() throws {
        let folder = try TemporaryFolder()
        try folder.write("file", "")
        #expect(throws: ReportsError.self) { try OutputFolder(folder.path + "/file") }
        #expect(throws: ReportsError.self) { try OutputFolder(folder.path + "/file/below") }
    }
}
