import Foundation
import Reports
import Testing

/// The files as they lie in the repository: what stands in one must be asked for in another.
@Suite struct PageTextsTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private static func read(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    private static func keys() throws -> Set<String> {
        let lines = try read("templates/texts.yaml").split(separator: "\n")
        return Set(
            lines.filter { $0.first?.isLetter == true }.map { String($0.prefix { $0 != ":" }) })
    }

    /// What the template, or the code that fills it, asks for.
    private static func used() throws -> Set<String> {
        var used = Set(
            try (read("templates/page.mustache") + read("templates/index.mustache"))
                .matches(of: /\{\{t\.(\w+)\}\}/).map { String($0.1) })
        for folder in ["Page", "Charts", "Pack", "Excel"] {
            let path = root.appending(path: "Sources/Reports/" + folder)
            for file in try FileManager.default.contentsOfDirectory(atPath: path.path) {
                let code = try read("Sources/Reports/\(folder)/\(file)")
                for call in code.matches(of: /(?:(?:texts|self)\[|(?:filled|html)\(\s*)([^\]\n]*?)[\],]/) {
                    used.formUnion(call.1.matches(of: /"(\w+)"/).map { String($0.1) })
                }
            }
        }
        return used
    }

    @Test func everyTextIsAskedForAndEveryOneThatIsAskedForIsThere() throws {
        let (keys, used) = (try PageTextsTests.keys(), try PageTextsTests.used())
        // Some are chosen by a variable, and one is a list.
        let chosen = Set(ReportHeader.notCovered + ["chartOfAll", "chartOfSome", "collections"])
        #expect(keys.subtracting(used).subtracting(chosen) == [])
        #expect(used.subtracting(keys) == [])
    }

    @Test func noWordsStandInTheTemplateOrInTheScripts() throws {
        let template = try
            (PageTextsTests.read("templates/page.mustache")
            + PageTextsTests.read("templates/index.mustache"))
            .replacing(/\{\{\{?[^}]*\}?\}\}/, with: "")
        #expect(template.replacing(/<[^>]*>/, with: "").matches(of: /\p{L}+/).map { String($0.0) } == [])
        for attribute in template.matches(of: /(?:placeholder|aria-label|title|alt|data-\w+)="([^"]*)"/)
        where attribute.0.contains(/="[^"]*[A-Z ]/) {
            Issue.record("\(attribute.0)")
        }
        for name in ["page.js", "rows.js", "entries.js"] {
            let script = try PageTextsTests.read("templates/\(name)").replacing(/\n\s*\/\/[^\n]*/, with: "")
            let sentences = script.matches(of: /"[A-Z]\p{L}+(?: \p{L}+)*"/).map { String($0.0) }
            // Key and node names of the browser.
            #expect(Set(sentences).subtracting(["\"SMALL\"", "\"EM\""]) == [])
        }
    }

    private static func page(_ texts: String) throws -> String {
        let folder = try TemporaryFolder()
        try folder.write("de.yaml", texts)
        let templates = Templates(textsFile: folder.path + "/de.yaml")
        try Samples.write(HTMLFormat(folder: OutputFolder(folder.path), templates: templates))
        return try folder.read("sample.html")
    }

    @Test func anotherLanguageIsOneFile() throws {
        let page = try PageTextsTests.page(
            "language: de\nasOf: Stand\nrowCount: '{total} Zeilen <b>'\nwordInData: '{word} heißt {text}'\n")
        #expect(page.contains("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"de\""))
        #expect(page.contains("<dt>Stand</dt>"))
        #expect(page.contains("data-all=\"\(Samples.hostile.count) Zeilen &lt;b&gt;\""))
        #expect(page.contains("<code>open</code> heißt <q>no end set</q>"))
        #expect(page.contains("What this report does not cover"))
    }

    @Test func collectionsAreCalledAsTheTextsSay() throws {
        #expect(try PageTextsTests.page("language: en").contains("<span class=\"pair\">users</span>"))
        let german = try PageTextsTests.page("collections: {user: Personen}")
        #expect(german.contains("<span class=\"pair\">Personen</span>"))
        #expect(german.contains("<b>assignments</b>"), "what the texts do not know stays as it is")
    }

    @Test(arguments: [
        ("language: de\nasOff: Stand", "de.yaml:2: asOff: unknown key"),
        ("rowCount: Zeilen", "de.yaml:1: rowCount: it must hold {total}, each once"),
        ("asOf: Stand {x}", "de.yaml:1: asOf: nothing is filled in here"),
        ("asOf: [", "de.yaml:"),
        ("collections:\n  usr: Personen", "de.yaml:2: collections.usr: unknown key"),
    ])
    func aFileThatDoesNotFitIsToldWithLineAndKey(texts: String, problem: String) throws {
        let error = #expect(throws: ReportsError.self) { try PageTextsTests.page(texts) }
        #expect(error?.description.contains(problem) == true, "\(error?.description ?? "")")
    }
}
