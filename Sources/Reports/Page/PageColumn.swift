/// What a row needs to know of a column, looked up once.
struct PageColumn {
    /// Escaped.
    let title: String
    /// The start of its cells, up to what its class may have more.
    let opening: String
    let isWord: Bool
    let isLink: Bool
    let isText: Bool
    /// Whether some of its words must not be overlooked.
    let isMarking: Bool
    let below: [Int]
    let stands: Int?
    let entry: EntryWriter?

    init(_ column: Column, at index: Int, in table: Table) {
        title = XMLText.escaped(column.title)
        opening = "<td class=\"" + PageNames.place(index)
        isWord = column.type == .word
        isLink = column.type == .link
        isText = column.type == .text
        isMarking = !column.page.marked.isEmpty
        let place = { (name: String) in table.columns.firstIndex { $0.name == name } }
        below = column.page.below.compactMap(place)
        stands = column.page.stands.flatMap(place)
        entry = column.entry.map { EntryWriter($0, column, at: index, in: table) }
    }
}
