import Foundation
import Reports
import Testing

@Suite struct BrandTests {
    private static let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"

    private static func page(_ brand: String) throws -> String {
        let folder = try TemporaryFolder()
        try folder.write("brand.yaml", brand)
        try folder.write("logo.svg", svg)
        try folder.write("logo.txt", "no picture")
        let templates = Templates(brandFile: folder.path + "/brand.yaml")
        try templates.check()
        try Samples.write(HTMLFormat(folder: OutputFolder(folder.path), templates: templates))
        return try folder.read("sample.html")
    }

    @Test func nameLogoColourAndFooterStandOnThePage() throws {
        let page = try BrandTests.page(
            "name: Contoso <Audit>\nlogo: logo.svg\ncolour: \"#0b5cad\"\nfooter: \"Confidential \\\"x\\\"\"\n"
        )
        let data = Data(BrandTests.svg.utf8).base64EncodedString()
        #expect(page.contains("src=\"data:image/svg+xml;base64,\(data)\" alt=\"\" />"))
        #expect(page.contains("<bdi>Contoso &lt;Audit&gt;</bdi>"))
        #expect(page.contains("img-src data:; "))
        #expect(page.contains("--link:#0b5cad"))
        #expect(page.contains("<p class=\"brand-footer\">Confidential &quot;x&quot;</p>"))
    }

    @Test func withoutABrandNoPictureIsAllowed() throws {
        #expect(try !HTMLFormatTests.hostilePage().contains("img-src"))
        #expect(try !BrandTests.page("colour: \"#0b5cad\"").contains("img-src"))
    }

    /// Contrast by WCAG's formula, worked out here anew.
    private static func contrast(_ one: String, _ other: String) throws -> Double {
        func luminance(_ text: String) throws -> Double {
            let number = try #require(Int(text.dropFirst(), radix: 16))
            let parts = [number >> 16, number >> 8 & 255, number & 255].map { part in
                let share = Double(part) / 255
                return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
            }
            return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
        }
        let (a, b) = (try luminance(one), try luminance(other))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    @Test(arguments: ["#ffffff", "#000000", "#ffee00", "#0b5cad", "#808080"])
    func everyColourCanBeReadOnPaperAndInTheDark(colour: String) throws {
        let page = try BrandTests.page("colour: \"\(colour)\"")
        let colours = page.matches(of: /:root\{--link:(#[0-9a-f]{6})/).map { String($0.1) }
        #expect(colours.count == 2)
        #expect(try BrandTests.contrast(colours[0], "#fffefb") >= 4.5)
        #expect(try BrandTests.contrast(colours[1], "#191816") >= 4.5)
    }

    @Test(arguments: [
        ("name: A\nlogos: a.svg", "brand.yaml:2: logos: unknown key"),
        ("colour: red", "brand.yaml:1: colour: a colour is written #rrggbb"),
        ("colour: \"#fff;}\"", "brand.yaml:1: colour:"),
        ("name: A\nlogo: none.svg", "brand.yaml:2: logo: the file cannot be read"),
        ("name: A\nlogo: logo.txt", "brand.yaml:2: logo: no PNG and no SVG file"),
        ("logo: logo.svg", "brand.yaml:1: logo: a logo needs a \"name\""),
    ])
    func aFileThatDoesNotFitIsToldWithLineAndKey(brand: String, problem: String) throws {
        let error = #expect(throws: ReportsError.self) { try BrandTests.page(brand) }
        #expect(error?.description.contains(problem) == true, "\(error?.description ?? "")")
    }
}
