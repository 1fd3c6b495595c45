/// What writing a cell needs to know of its column, looked up once.
struct SheetColumn {
    let column: Column
    let words: WordTexts
    /// Shown only when asked for: folded.
    let isFolded: Bool

    init(_ column: Column, isFolded: Bool) {
        self.column = column
        self.isFolded = isFolded
        words = WordTexts(column.words)
    }

    /// As wide as what such columns hold, in characters.
    var width: Double {
        let least =
            switch column.type {
            case .text where column.page.isWide: 60
            case .text: 26
            case .id: 38
            case .path: 34
            case .link: 44
            case .word: min(max(8, column.words.map(\.text.count).max() ?? 0) + 2, 28)
            case .instant: 22
            case .boolean, .integer: 10
            }
        // The header has the button of the filter beside it, and may go on in a second line.
        let longest = column.title.split(separator: " ").map(\.count).max() ?? 0
        return Double(max(least, longest + 4))
    }

    /// What the cell of the header says when it is pointed at.
    func remark(_ texts: PageTexts) -> String {
        var lines = [column.doc]
        if case .choice(let choices) = column.entry {
            lines.append(texts.filled("oneOf", ["choices": choices.joined(separator: "; ")]))
        }
        if column.type == .instant { lines.append(texts["momentsInUTC"]) }
        lines.append(texts.filled("inTheData", ["name": column.name]))
        return lines.joined(separator: "\n")
    }
}
