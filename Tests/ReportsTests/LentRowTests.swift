import Testing

@testable import Reports

/// Formats that take the bytes of a query write what they write of cells.
@Suite struct LentRowTests {
    private static let table = Table(
        name: "rows", title: "Rows", doc: "D.",
        columns: [
            Column(
                name: "kind", title: "Kind", type: .word, doc: "D.", words: [Word(word: "a", text: "A & B")]),
            Column(
                name: "name", title: "Name", type: .text, doc: "D.", page: PagePlace(below: ["mail", "kind"])),
            Column(name: "mail", title: "Mail", type: .text, doc: "D."),
            Column(name: "number", title: "Number", type: .integer, doc: "D."),
        ])

    /// More words than are found without hashing, and bytes that are no UTF-8.
    private static let texts: [[UInt8]] =
        (0..<20).map { Array("word \($0)".utf8) } + [
            [0x41, 0xFF], Array("A".utf8), Array("a".utf8), [], Array("Ünal <b>".utf8),
            [0x61, 0x2E, 0xC3] + Array("long@contoso.example".utf8),
        ]
    private static let numbers: [Int64] = [0, 9, 10, -1, .max, .min]

    private static func files(_ write: (any ReportFormat) throws -> Void) throws -> [String] {
        let folder = try TemporaryFolder()
        let output = try OutputFolder(folder.path)
        let formats: [any ReportFormat] = [
            HTMLFormat(folder: output, templates: Templates()), CSVFormat(folder: output),
            JSONFormat(folder: output),
        ]
        for format in formats {
            try format.begin(
                Report(name: "sample", title: "S", doc: "D.", tables: [table]), Samples.header)
            try format.beginTable(table)
            try write(format)
            try format.endTable(rowCount: texts.count)
            _ = try format.end()
        }
        return try folder.names.map(folder.read)
    }

    @Test func bytesComeToWhatCellsComeTo() throws {
        var rows = QueriedRows(columnCount: 4, capacity: 8)
        var cells: [[Cell]] = []
        for (index, text) in LentRowTests.texts.enumerated() {
            let number = LentRowTests.numbers[index % LentRowTests.numbers.count]
            for _ in 0..<3 { text.withUnsafeBufferPointer { rows.append(text: $0) } }
            rows.append(.integer(number))
            let cell = Cell.text(String(decoding: text, as: UTF8.self))
            cells.append([cell, cell, cell, .integer(number)])
        }
        let ofBytes = try LentRowTests.files { try $0.write(rows) }
        let ofCells = try LentRowTests.files { format in for row in cells { try format.row(row) } }
        #expect(ofBytes == ofCells)
        #expect(ofBytes.count == 3)
        for file in ofBytes {
            #expect(file.contains("A\u{FFFD}") && file.contains("word 19"))
            #expect(file.contains("-9223372036854775808") && file.contains("9223372036854775807"))
        }
    }
}
