import Foundation
import Reports
import Testing

/// How wide a page makes columns, and where long words in them break.
@Suite struct PageWidthTests {
    private static let table = Table(
        name: "people", title: "People", doc: "Who.",
        columns: [
            Column(name: "change", title: "Change", type: .text, doc: "What.", page: PagePlace(shown: true)),
            Column(
                name: "name", title: "Name", type: .text, doc: "Who.",
                page: PagePlace(shown: true, below: ["account"])),
            Column(name: "account", title: "Account", type: .text, doc: "Sign-in name."),
            Column(
                name: "remark", title: "Remark", type: .text, doc: "Why.",
                page: PagePlace(shown: true, isWide: true)),
        ])

    /// The page, and the width of each column in ems.
    private static func page(account: String?, remark: String?) throws -> (text: String, widths: [Int]) {
        let folder = try TemporaryFolder()
        let format = HTMLFormat(folder: try OutputFolder(folder.path), templates: Templates())
        try format.begin(Report(name: "sample", title: "S", doc: "D.", tables: [table]), Samples.header)
        try format.table(table, rows: [[Cell("gained"), Cell("Ann Lee"), Cell(account), Cell(remark)]])
        _ = try format.end()
        let text = try folder.read("sample.html")
        let widths = table.columns.indices.compactMap { index -> Int? in
            text.components(separatedBy: "#table-people th.c\(index){width:").dropFirst().first
                .flatMap { Int($0.prefix { $0 != "e" }) }
        }
        return (text, widths)
    }

    @Test func aColumnWithSignInNamesBeneathIsWider() throws {
        let short = try PageWidthTests.page(account: "Ann", remark: "x").widths
        let long = try PageWidthTests.page(
            account: "ann.lee_fabrikam.example#EXT#@contoso.example", remark: "x"
        )
        .widths
        #expect(short.count == 4 && long.count == 4)
        #expect(long[1] > short[1])
        #expect(long[0] == short[0] && long[3] == short[3])
    }

    @Test func aColumnThatSaysNothingIsAsNarrowAsItsTitle() throws {
        let empty = try PageWidthTests.page(account: "Ann", remark: nil).widths
        #expect(empty[3] < 8)
        #expect(try PageWidthTests.page(account: "Ann", remark: "x").widths[3] > 8)
    }

    @Test func aDomainBreaksBeforeItsPoint() throws {
        let text = try PageWidthTests.page(account: "Ann", remark: "adatum.example").text
        #expect(text.contains(">adatum<wbr />.example<"))
        #expect(try PageWidthTests.page(account: "Ann", remark: "ends. Later").text.contains(">ends. Later<"))
    }
}
