import TableText

/// One kind of table: by which headers it is known, and which object of Graph each of its rows is.
///
/// Headers are compared without regard to case, spaces and marks; those that are not known are counted and said.
struct TableKind: Sendable {
    struct Column: Sendable {
        let name: String
        /// Other headers that mean the same.
        let others: [String]
        let doc: String

        init(_ name: String, _ others: String..., doc: String) {
            self.name = name
            self.others = others
            self.doc = doc
        }
    }

    let name: String
    let doc: String
    /// The name of the entity that its rows are.
    let entity: String
    let columns: [Column]
    /// A table of this kind has one column of each of these lists.
    let needs: [[String]]
    /// The column that names the collection that a row belongs to; else the folder does.
    var parent: String?
    /// Makes what writes a row as a JSON object; it is told where a column stands, nil for one that is not there.
    let writer: @Sendable (_ place: (String) -> Int?) -> (TableRow, inout TableJSON) -> Void

    static let all = [reviewHistory, members, personnel]

    /// The kind that a header tells.
    ///
    /// - Parameter entity: the name of the entity that the folder tells.
    static func told(by header: [String], entity: String?) -> TableKind? {
        all.first { kind in
            let names = Set(kind.places(in: header).keys)
            return kind.needs.allSatisfy { !names.isDisjoint(with: $0) }
                && (kind.entity == entity || kind.parent.map(names.contains) ?? true)
        }
    }

    /// Where the columns stand in a header.
    func places(in header: [String]) -> [String: Int] {
        var places: [String: Int] = [:]
        for (place, header) in header.enumerated() {
            let header = TableKind.plain(header)
            guard
                let column = columns.first(where: { column in
                    ([column.name] + column.others).contains { TableKind.plain($0) == header }
                })
            else { continue }
            if places[column.name] == nil { places[column.name] = place }
        }
        return places
    }

    /// Whether text begins with a header that is known; in UTF-16 it is seen by its letters.
    static func isKnown(head: [UInt8]) -> Bool {
        let reader = Header()
        let text = head.filter { $0 != 0 && $0 < 0x80 }
        guard text.contains(0x0A) else { return false }
        return text.withUnsafeBytes { reader.read($0) }.map { told(by: $0, entity: nil) != nil }
            ?? false
    }

    /// A header as it is compared: letters and digits only, in lower case.
    private static func plain(_ header: String) -> String {
        String(
            String.UnicodeScalarView(
                header.unicodeScalars.filter {
                    $0.properties.isAlphabetic || $0.properties.numericType != nil
                })
        ).lowercased()
    }

    /// Reads the first row of a table.
    private final class Header {
        private var header: [String]?

        func read(_ text: UnsafeRawBufferPointer) -> [String]? {
            let reader = TableReader { [self] record in if header == nil { header = record.texts } }
            // Whatever is wrong behind the header does not matter here.
            try? reader.read(text)
            return header
        }
    }
}

extension TableRecord {
    /// The fields as text, without blanks around them.
    var texts: [String] {
        (0..<count).map { index in
            var text = String(decoding: self[index], as: UTF8.self)[...]
            while text.first?.isWhitespace == true { text.removeFirst() }
            while text.last?.isWhitespace == true { text.removeLast() }
            return String(text)
        }
    }
}
