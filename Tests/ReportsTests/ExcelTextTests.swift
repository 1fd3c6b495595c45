import Model
import Testing

@testable import Reports

@Suite struct ExcelTextTests {
    private let texts: PageTexts

    init() throws {
        texts = try Templates().texts()
    }

    @Test(arguments: ["", "plain", "=1+1", "a\nb\tc\r\n", "مرحبا", "👩‍👩‍👧‍👦"])
    func whatACellTakesStaysAsItIs(text: String) {
        #expect(ExcelText.changed(text, texts) == nil)
    }

    @Test(arguments: [
        ("a\u{0}b\u{1F}", "a␀b␟"), ("\u{FFFE}\u{FFFF}", "\u{FFFD}\u{FFFD}"), ("\u{FEFF}é_", "\u{FEFF}é_"),
        ("_x0041_", "_x005F_x0041_"), ("__x00e9_", "__x005F_x00e9_"), ("_x004G_ _x004", "_x004G_ _x004"),
    ])
    func whatNoCellTakesIsShownAsOnAPage(text: String, shown: String) {
        #expect(ExcelText.changed(text, texts)?.text == shown)
        #expect(ExcelText.changed(text, texts)?.isCut == false)
    }

    @Test(arguments: ["x", "👩", "\u{1}", "_x0041_"])
    func whatIsTooLongForACellIsCutAndSaysSo(piece: String) throws {
        #expect(ExcelText.changed(String(repeating: "x", count: 32_767), texts) == nil)
        let text = String(repeating: piece, count: 32_768)
        let changed = try #require(ExcelText.changed(text, texts))
        #expect(changed.isCut)
        #expect(changed.text.utf16.count <= 32_767)
        #expect(changed.text.utf16.count > 32_760)
        #expect(changed.text.hasSuffix("characters in all]"))
    }

    @Test(arguments: [
        ("1899-12-30T00:00:00Z", nil), ("1900-03-01T00:00:00Z", 61.0), ("1970-01-01T00:00:00Z", 25_569),
        ("2000-01-01T12:00:00Z", 36_526.5), ("1969-12-31T23:59:59.9999999Z", 25_568.0 + 86_399.0 / 86_400),
        ("1601-01-01T00:00:00Z", nil), ("9999-12-31T00:00:00Z", 2_958_465),
    ])
    func aMomentIsTheDayThatExcelCounts(text: String, days: Double?) throws {
        #expect(try #require(Instant(text)).excelDays == days)
    }
}

@Suite struct SheetNamesTests {
    @Test func namesAreThoseOfTheFilesAsFarAsExcelTakesThem() {
        var names = SheetNames(about: "About")
        #expect(names.name("access") == "access")
        #expect(names.name("access", part: 2) == "access (2)")
        #expect(names.name("Access") == "Access (3)")
        #expect(names.name("history") == "history (2)")
        #expect(names.name("about") == "about (2)")
        #expect(names.name("a/b:c") == "a-b-c")
        #expect(names.name(String(repeating: "n", count: 40)) == String(repeating: "n", count: 31))
        #expect(names.name(String(repeating: "n", count: 50)) == String(repeating: "n", count: 27) + " (2)")
    }
}
