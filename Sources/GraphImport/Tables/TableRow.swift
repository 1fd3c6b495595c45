import TableText

/// A row of a table as its kind sees it.
struct TableRow {
    let record: TableRecord

    /// A cell without blanks around it; nil for an empty one, and where there is no such column.
    subscript(place: Int?) -> ArraySlice<UInt8>? {
        guard let place else { return nil }
        var cell = record[place]
        while let last = cell.last, last <= 0x20 { cell.removeLast() }
        while let first = cell.first, first <= 0x20 { cell.removeFirst() }
        return cell.isEmpty ? nil : cell
    }

    /// The cell as text in lower case, without what is no letter.
    func word(_ place: Int?) -> String {
        guard let cell = self[place] else { return "" }
        return String(
            decoding: cell.filter { $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") },
            as: UTF8.self
        )
        .lowercased()
    }
}
