import Foundation
import Reports
import Testing

@Suite struct ChartTests {
    private static let counts = Table(
        name: "counts", title: "Counts", doc: "How many.",
        columns: [
            Column(name: "label", title: "Label", type: .text, doc: "Of what.", page: PagePlace(shown: true)),
            Column(
                name: "kind", title: "Kind", type: .word, doc: "Which.",
                words: [Word(word: "a", text: "the first"), Word(word: "b", text: "the second")],
                page: PagePlace(marked: ["b"])),
            Column(name: "count", title: "Count", type: .integer, doc: "How many."),
            Column(name: "way", title: "Way", type: .path, doc: "Over what."),
        ])

    private static func chart(_ kind: Chart.Kind, series: String? = nil) -> Chart {
        Chart(
            name: "picture", title: "A <picture>", doc: "Look.", kind: kind, table: "counts",
            label: kind == .paths ? "way" : "label", value: kind == .paths ? nil : "count", series: series)
    }

    /// The picture in a page of these rows.
    private static func picture(_ chart: Chart, _ rows: [[Cell]]) throws -> String {
        let page = try page(chart, rows)
        let start = try #require(page.range(of: "<figure"))
        let end = try #require(page.range(of: "</figure>"))
        return String(page[start.lowerBound..<end.upperBound])
    }

    private static func page(_ chart: Chart, _ rows: [[Cell]]) throws -> String {
        let folder = try TemporaryFolder()
        let format = HTMLFormat(folder: try OutputFolder(folder.path), templates: Templates())
        try format.begin(
            Report(name: "sample", title: "S", doc: "D.", tables: [counts], charts: [chart]), Samples.header)
        try format.table(counts, rows: rows)
        _ = try format.end()
        return try folder.read("sample.html")
    }

    private static func row(_ label: String?, _ kind: String?, _ count: Int64?) -> [Cell] {
        [Cell(label), Cell(kind), count.map(Cell.integer) ?? .null, .null]
    }

    /// The texts of an attribute, in order.
    private static func attributes(_ name: String, of element: String, in text: String) -> [String] {
        text.components(separatedBy: "<\(element) ").dropFirst().compactMap { piece in
            let tag = piece.prefix { $0 != ">" }
            guard let start = tag.range(of: " \(name)=\"") ?? tag.range(of: "\(name)=\"") else { return nil }
            return String(tag[start.upperBound...].prefix { $0 != "\"" })
        }
    }

    @Test func barsAreAsLongAsTheirNumbers() throws {
        let picture = try ChartTests.picture(
            ChartTests.chart(.bars), [ChartTests.row("One", nil, 10), ChartTests.row("Two", nil, 5)])
        let widths = ChartTests.attributes("width", of: "rect", in: picture)
            .compactMap { Double($0.dropLast()) }
        #expect(widths.count == 2)
        #expect(abs(widths[0] - 2 * widths[1]) < 0.02)
        #expect(picture.contains(">10</text>"))
        #expect(picture.contains(">5</text>"))
    }

    @Test func rowsOfTheSameLabelAreOneColumnInPieces() throws {
        let picture = try ChartTests.picture(
            ChartTests.chart(.columns, series: "kind"),
            [
                ChartTests.row("2026-08", "b", 30), ChartTests.row("2026-08", "a", 60),
                ChartTests.row("2026-09", "a", 45),
            ])
        let heights = ChartTests.attributes("height", of: "rect", in: picture).suffix(3)
        #expect(Array(heights) == ["100", "50", "75"])
        #expect(picture.contains(">90</text>"))
        #expect(picture.contains("2026-08: 90 (the first 60, the second 30); 2026-09: 45 (the first 45)."))
        #expect(picture.contains(">Aug</text>") && picture.contains(">2026</text>"))
    }

    @Test func piecesAreToldApartWithoutColour() throws {
        let picture = try ChartTests.picture(
            ChartTests.chart(.bars, series: "kind"),
            [ChartTests.row("One", "a", 1), ChartTests.row("One", "b", 2), ChartTests.row("One", "other", 3)])
        let fills = Set(ChartTests.attributes("fill", of: "rect", in: picture))
        #expect(fills == ["currentColor", "url(#fill-picture-1)", "url(#fill-picture-2)"])
        #expect(picture.components(separatedBy: "<pattern").count == 3)
        #expect(picture.contains("the second</li>"))
        #expect(picture.contains("other</li>"))
    }

    @Test func whatNobodyToldIsNotZero() throws {
        let picture = try ChartTests.picture(
            ChartTests.chart(.bars),
            [
                ChartTests.row("Known", nil, 0), ChartTests.row(nil, nil, 4),
                ChartTests.row("Unknown", nil, nil),
            ])
        #expect(picture.contains("Known: 0; not known: 4; Unknown: not known."))
        #expect(picture.contains(">?</text>"))
    }

    @Test func aPictureOfTheFirstRowsSaysSo() throws {
        let rows = (0..<450).map { ChartTests.row("Row \($0)", nil, 1) }
        let picture = try ChartTests.picture(ChartTests.chart(.bars), rows)
        #expect(picture.contains("Drawn from the first 400 of 450 rows of"))
        #expect(picture.components(separatedBy: "<rect").count == 401)
    }

    @Test func aPictureHasItsWordsAndIsWellFormedWhateverTheNames() throws {
        let rows = Samples.hostile.map { ChartTests.row($0, "a", 3) }
        for kind in [Chart.Kind.bars, .columns] {
            let picture = try ChartTests.picture(ChartTests.chart(kind, series: "kind"), rows)
            #expect(
                picture.contains("role=\"img\" aria-labelledby=\"chart-picture-title chart-picture-desc\""))
            #expect(picture.contains("<title id=\"chart-picture-title\">A &lt;picture&gt;</title>"))
            #expect(!picture.contains("<script"))
            #expect(!picture.contains(" style=\""))
        }
    }

    @Test func waysThatShareAnObjectShareItsBox() throws {
        func step(_ id: String) -> PathStep { PathStep(id: id, name: id == "g" ? nil : "Name " + id) }
        let ways = [["p", "g", "r"], ["q", "g", "r"], ["p", "r"], ["p", "g", "r"]]
        let picture = try ChartTests.picture(
            ChartTests.chart(.paths), ways.map { [.null, .null, .null, .path($0.map(step))] })
        #expect(picture.components(separatedBy: "class=\"box").count == 5)
        #expect(picture.components(separatedBy: "class=\"way\"").count == 5)
        #expect(picture.contains("Name p → g → Name r; Name q → g → Name r; Name p → Name r."))
    }

    @Test func groupsInEachOtherAndHostileNamesStillMakeAGraph() throws {
        func path(_ ids: String...) -> [Cell] {
            [.null, .null, .null, .path(ids.map { PathStep(id: $0, name: Samples.hostile[0] + $0) })]
        }
        let picture = try ChartTests.picture(
            ChartTests.chart(.paths),
            [path("a", "b", "c"), path("a", "c", "b"), path("b", "a"), path("d"), path("e", "e")])
        #expect(picture.components(separatedBy: "class=\"box").count == 6)
        #expect(!picture.contains("<script"))
    }

    @Test func aTableWithoutRowsHasNoPicture() throws {
        #expect(try !ChartTests.page(ChartTests.chart(.bars), []).contains("<figure"))
    }
}
