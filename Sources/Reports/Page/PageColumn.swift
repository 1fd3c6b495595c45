/// What a row needs to know of a column, looked up once.
final class PageColumn {
    /// The start of its cells, up to what its class may have more.
    let opening: String
    let isWord: Bool
    let isLink: Bool
    let isText: Bool
    let words: WordTexts
    let marked: Set<String>
    let below: [Int]
    let stands: Int?

    init(_ column: Column, in table: Table) {
        opening = "<td class=\"" + PageNames.place(table.columns.firstIndex(of: column) ?? 0)
        let index = { (name: String) in table.columns.firstIndex { $0.name == name } }
        isWord = column.type == .word
        isLink = column.type == .link
        isText = column.type == .text
        words = WordTexts(column.words)
        marked = Set(column.page.marked)
        below = column.page.below.compactMap(index)
        stands = column.page.stands.flatMap(index)
    }
}
