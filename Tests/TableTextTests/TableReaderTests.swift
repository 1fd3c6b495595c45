import Foundation
import TableText
import Testing

/// Rows out of text, whatever the pieces in which it comes.
@Suite struct TableReaderTests {
    private struct Row: Equatable {
        let line: Int
        let cells: [String]

        init(_ line: Int, _ cells: String...) {
            self.line = line
            self.cells = cells
        }

        init(_ record: TableRecord) {
            line = record.place.line
            cells = (0..<record.count).map { String(decoding: record[$0], as: UTF8.self) }
        }
    }

    private func rows(_ text: some Collection<UInt8>, pieces: Int = 7) throws -> [Row] {
        var rows: [Row] = []
        let reader = TableReader { rows.append(Row($0)) }
        var rest = Array(text)[...]
        while !rest.isEmpty {
            try Array(rest.prefix(pieces)).withUnsafeBytes { try reader.read($0) }
            rest = rest.dropFirst(pieces)
        }
        try reader.read(UnsafeRawBufferPointer(start: nil, count: 0))
        return rows
    }

    private func rows(_ text: String, pieces: Int = 7) throws -> [Row] { try rows(text.utf8, pieces: pieces) }

    private func fault(_ text: some Collection<UInt8>) -> String? {
        do {
            _ = try rows(text, pieces: 1000)
            return nil
        } catch let error as LocatedTableFault {
            return "\(error.place.line):\(error.place.column): \(error.fault)"
        } catch {
            return "\(error)"
        }
    }

    @Test(arguments: 1...12)
    func rowsAreTheSameInPiecesOfAnySize(pieces: Int) throws {
        let text = "name,\"a \"\"b\"\"\"\r\n\"Ann,\nLee\",1\r\n,\r\n\"\",\"\"\nBjørn 😀,\"x\""
        #expect(
            try rows(text, pieces: pieces) == [
                Row(1, "name", "a \"b\""), Row(2, "Ann,\nLee", "1"), Row(4, "", ""), Row(5, "", ""),
                Row(6, "Bjørn 😀", "x"),
            ])
    }

    @Test(arguments: [",", ";", "\t"])
    func theHeaderShowsTheDelimiter(delimiter: String) throws {
        let text =
            "a,b;c\td\n".replacing(try Regex("[,;\t]")) { _ in delimiter }
            + "1\(delimiter)\"2,;\t\"\(delimiter)3\(delimiter)"
        #expect(try rows(text) == [Row(1, "a", "b", "c", "d"), Row(2, "1", "2,;\t", "3", "")])
    }

    @Test func delimitersWithinQuotesDoNotCount() throws {
        #expect(try rows("\"a,b,c\";d\n1;2") == [Row(1, "a,b,c", "d"), Row(2, "1", "2")])
    }

    @Test func aFirstLineForExcelTellsTheDelimiter() throws {
        #expect(try rows("sep=;\r\na,b;c\n1;2\n") == [Row(2, "a,b", "c"), Row(3, "1", "2")])
    }

    @Test func emptyLinesArePassedOver() throws {
        #expect(try rows("a,b\n\n1,2\r\n\r\n") == [Row(1, "a", "b"), Row(3, "1", "2")])
    }

    @Test func oneColumnIsATable() throws {
        #expect(try rows("a\n1") == [Row(1, "a"), Row(2, "1")])
    }

    @Test func nothingIsNoRow() throws {
        #expect(try rows("").isEmpty)
        #expect(try rows("\n\n").isEmpty)
    }

    @Test(arguments: [
        ("a,b\n1,\"2\n3,4\n", "2:3: a quote is opened here and never closed"),
        ("a,b\n1,2\n3\n", "3:1: the row has 1 fields, the header has 2"),
        ("a,b\né,2,3\n", "2:5: the row has 3 fields, the header has 2"),
        ("a,b\n1,2\"\n", "2:4: a quote within a field that does not begin with one"),
        ("a,b\n\"1\"2,3\n", "2:4: text behind the quote that closes a field"),
        ("a,b\n1,\u{0}\n", "2:3: zero byte (UTF-16 needs a byte order mark)"),
        ("a,b\r1,2", "1:5: a carriage return without a newline"),
    ])
    func faultsHaveLineAndColumn(text: String, words: String) {
        #expect(fault(text.utf8) == words)
    }

    @Test func textThatIsNoUTF8IsRefusedAtItsField() {
        #expect(
            fault(Array("a,b\n1,J".utf8) + [0xFC] + Array("rgen\n".utf8))
                == "2:3: invalid UTF-8; save the table as CSV UTF-8")
    }

    @Test func aRowWithoutEndIsRefusedBeforeItFillsTheMemory() {
        let long = [UInt8](repeating: UInt8(ascii: "x"), count: 3 << 20)
        #expect(fault(Array("a,b\n1,".utf8) + long) == "2:1: a row larger than 1 MB")
        #expect(fault(Array("a,b\n1,\"".utf8) + long) == "2:3: a quote is opened here and never closed")
        let newlines = [UInt8](repeating: 0x0A, count: 3 << 20)
        #expect(fault(Array("a,b\n1,\"".utf8) + newlines) == "2:3: a quote is opened here and never closed")
        let fields = [UInt8](repeating: UInt8(ascii: ","), count: 3 << 20)
        #expect(fault(fields) == "1:1000: a row of more than 1000 fields")
        #expect(fault(long) == "1:1: a row larger than 1 MB")
    }
}
