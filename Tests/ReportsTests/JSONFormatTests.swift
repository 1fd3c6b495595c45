import Foundation
import Reports
import Testing

@Suite struct JSONFormatTests {
    static func rows(_ text: String) throws -> [[String: Any]] {
        let document = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        let tables = try #require(document?["tables"] as? [[String: Any]])
        return try #require(tables[0]["rows"] as? [[String: Any]])
    }

    @Test func theDocumentSaysWhatItIs() throws {
        let folder = try TemporaryFolder()
        try Samples.write(JSONFormat(folder: OutputFolder(folder.path)), rows: [])
        #expect(
            try folder.read("sample.json") == """
                {"report": {"name": "sample", "title": "Sample", "doc": "Nothing real.", \
                "asOf": "2026-08-07T10:53:20Z", "generatedAt": "2026-08-07T10:53:20Z", \
                "tenant": {"id": "0c0ffee0-0000-4000-8000-000000000001", "name": "Contoso"}, \
                "snapshots": [{"number": 1, "observedAt": "2026-08-07T10:53:20Z", \
                "importedAt": "2026-08-07T10:53:20Z"}], \
                "completeness": [{"need": "user", "state": "complete", "detail": ""}, \
                {"need": "assignments", "state": "partial", "detail": "a page is missing"}], \
                "parameters": {"scope": "review"}},
                "tables": [
                {"name": "rows", "title": "Rows", "columns": [\
                {"name": "id", "title": "Id", "type": "id", "doc": "An id."}, \
                {"name": "name", "title": "Name", "type": "text", "doc": "A name."}, \
                {"name": "kind", "title": "Kind", "type": "word", "doc": "A word."}, \
                {"name": "flag", "title": "Flag", "type": "boolean", "doc": "A flag."}, \
                {"name": "count", "title": "Count", "type": "integer", "doc": "A number."}, \
                {"name": "at", "title": "At", "type": "instant", "doc": "A moment."}, \
                {"name": "via", "title": "Via", "type": "path", "doc": "A path."}],
                "rows": [],
                "rowCount": 0}
                ]}

                """)
    }

    @Test func hostileTextIsWhole() throws {
        let folder = try TemporaryFolder()
        try Samples.write(JSONFormat(folder: OutputFolder(folder.path)))
        let rows = try JSONFormatTests.rows(folder.read("sample.json"))
        #expect(rows.count == Samples.hostile.count)
        for (row, text) in zip(rows, Samples.hostile) {
            #expect((row["name"] as? String)?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
        }
    }

    @Test func csvAndJSONAgreeCellForCell() throws {
        let folder = try TemporaryFolder()
        let output = try OutputFolder(folder.path)
        try Samples.write(JSONFormat(folder: output))
        try Samples.write(CSVFormat(folder: output))
        let records = CSVReader.records(try folder.read("sample.csv"))
        for (record, row) in zip(records.dropFirst(), try JSONFormatTests.rows(folder.read("sample.json"))) {
            for (name, cell) in zip(records[0], record) {
                let isText = ["id", "name", "kind", "via"].contains(name)
                let text = isText ? FormulaGuard.undone(cell) : cell
                #expect(text.unicodeScalars.elementsEqual(JSONFormatTests.flat(row[name]).unicodeScalars))
            }
        }
    }

    /// As CSV would say it.
    static func flat(_ value: Any?) -> String {
        switch value {
        case let path as [[String: Any]]:
            path.map { ($0["name"] as? String) ?? ($0["id"] as? String) ?? "" }.joined(separator: " > ")
        case let text as String: text
        case let number as NSNumber:
            truthValue(number) ?? number.stringValue
        default: ""
        }
    }

    private static func truthValue(_ number: NSNumber) -> String? {
        String(cString: number.objCType) == "c" ? (number.boolValue ? "true" : "false") : nil
    }
}
