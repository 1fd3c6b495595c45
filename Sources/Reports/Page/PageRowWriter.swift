import Model

/// Writes the rows of one table as `<tr>`, escaping as it goes, and notes which words it used.
///
/// A cell keeps what the data says beside what a page says for it: `datetime` of a moment, `data-v` of a
/// word or truth value. So the page can export the same cells as the CSV.
struct PageRowWriter {
    private let table: Table
    private let columns: [PageColumn]
    private let titles: [String]
    private let entries: [EntryWriter?]
    /// The column that says of whom or what a row is.
    private let subject: Int?
    private let truths: (yes: String, no: String)
    private var count = 0
    private var isPacked = false
    private let isFacts: Bool
    private var topic: Cell?
    /// By column: the words that were met.
    private(set) var used: [Set<String>]
    /// By column: whether any cell says something.
    private(set) var isFilled: [Bool]
    /// By column: whether it sets names without spaces beneath another, such as sign-in names.
    private(set) var namesBeneath: [Bool]

    init(_ table: Table, _ texts: PageTexts) {
        self.table = table
        columns = table.columns.map { PageColumn($0, in: table) }
        titles = table.columns.map { XMLText.escaped($0.title) }
        used = table.columns.map { _ in [] }
        isFilled = table.columns.map { $0.entry != nil }
        namesBeneath = table.columns.map { _ in false }
        entries = table.columns.enumerated().map { index, column in
            column.entry.map { EntryWriter($0, column, at: index, in: table) }
        }
        isFacts = table.layout == .facts
        subject = table.columns.firstIndex { $0.page.shown && $0.entry == nil && $0.type == .text }
        truths = (XMLText.escaped(texts["isTrue"]), XMLText.escaped(texts["isFalse"]))
    }

    mutating func write(_ cells: [Cell], to writer: ByteWriter) {
        isPacked = false
        writer.write(isFacts && cells.first == topic ? "<tr class=\"same\">" : "<tr>")
        if isFacts { topic = cells.first }
        let cells = shown(cells)
        for index in cells.indices {
            write(index, cells, to: writer)
            writer.write("</td>")
        }
        writer.write("</tr>\n")
        count += 1
    }

    /// The row as text from which the page's script makes one: what its cells hold, with tabs between them, behind
    /// an opening tag where that says more than the column's place; as an empty element, so that the page stays
    /// well-formed. Escaped text holds neither tabs nor line feeds.
    mutating func write(packed cells: [Cell], to writer: ByteWriter) {
        isPacked = true
        let cells = shown(cells)
        for index in cells.indices {
            if index > 0 { writer.write(UInt8(ascii: "\t")) }
            write(index, cells, to: writer)
        }
        count += 1
    }

    private func shown(_ cells: [Cell]) -> [Cell] {
        isFacts ? cells.indices.map { table.shown(cells[$0], column: $0) } : cells
    }

    private mutating func write(_ index: Int, _ cells: [Cell], to writer: ByteWriter) {
        let column = columns[index]
        if let entry = entries[index] {
            openCell(index, " entry", to: writer)
            entry.write(cells[index].words, row: count, of: spoken(cells), to: writer)
            return
        }
        if !isFilled[index] {
            if case .null = cells[index], column.stands == nil {} else { isFilled[index] = true }
        }
        switch cells[index] {
        case .null:
            openCell(index, to: writer)
            if let stands = column.stands, case .text(let word) = cells[stands] {
                let known = columns[stands].words[word]
                used[index].insert(known?.word ?? word)
                writer.write("<em>")
                writer.write(pageText: known?.text ?? word)
                writer.write("</em>")
            }
        case .text(let text) where column.isLink && (text.isWebAddress || text.isFileBeside):
            openCell(index, to: writer)
            write(link: text, to: writer)
        case .text(let text) where column.isWord: write(word: text, at: index, to: writer)
        case .text(let text):
            openCell(index, to: writer)
            write(text: text, at: index, to: writer)
        case .boolean(let value):
            openCell(index, value: value ? "true" : "false", to: writer)
            writer.write(text: value ? truths.yes : truths.no)
        case .integer(let value):
            openCell(index, to: writer)
            writer.write(text: String(value))
        case .instant(let instant):
            openCell(index, to: writer)
            writer.write(pageTime: instant)
        case .path(let steps):
            openCell(index, to: writer)
            writer.write(pagePath: steps, joinedBy: " &gt; ")
        }
        // What stands in is not said a second time beneath.
        for below in column.below where below != column.stands || cells[index] != .null {
            write(below: below, cells[below], to: writer)
        }
    }

    /// The opening tag of a cell.
    private func openCell(
        _ index: Int, _ mark: StaticString = "", value: String? = nil, to writer: ByteWriter
    ) {
        if isPacked, mark.utf8CodeUnitCount == 0, value == nil { return }
        writer.write(text: columns[index].opening)
        writer.write(mark)
        if let value {
            writer.write("\" data-v=\"")
            writer.write(escaped: value)
        }
        writer.write(isPacked ? "\"/>" : "\">")
    }

    /// Of whom the row is.
    private func spoken(_ cells: [Cell]) -> String {
        subject.flatMap { cells[$0].words } ?? ""
    }

    /// What is opened does not learn from where.
    private func write(link: String, to writer: ByteWriter) {
        writer.write("<a rel=\"noreferrer\" href=\"")
        writer.write(escaped: link)
        writer.write("\">")
        writer.write(pageText: link)
        writer.write("</a>")
    }

    private mutating func write(word: String, at index: Int, to writer: ByteWriter) {
        let known = columns[index].words[word]
        used[index].insert(known?.word ?? word)
        let text = known?.text
        let isMarked = columns[index].marked.contains(known?.word ?? word)
        openCell(
            index, isMarked ? " marked" : "", value: text == word ? nil : text.map { _ in word }, to: writer)
        writer.write(pageText: text ?? word)
    }

    /// A text that would push its row off the screen gets a frame that scrolls.
    private func write(text: String, at index: Int, to writer: ByteWriter) {
        guard text.utf8.count > PageRowWriter.longText else {
            return columns[index].isText && text.isDomain
                ? writer.write(breakable: text) : writer.write(pageText: text)
        }
        writer.write("<div class=\"long\" tabindex=\"0\" role=\"group\" aria-label=\"")
        writer.write(text: titles[index])
        writer.write("\">")
        writer.write(pageText: text)
        writer.write("</div>")
    }

    private static let longText = 600
    private static let longName = 20

    /// Of a column with marked words only these are worth a line of their own.
    private mutating func write(below index: Int, _ cell: Cell, to writer: ByteWriter) {
        let column = columns[index]
        switch cell {
        case .text(let word) where column.isWord:
            let known = column.words[word]
            let isMarked = column.marked.contains(known?.word ?? word)
            guard isMarked || column.marked.isEmpty else { return }
            used[index].insert(known?.word ?? word)
            writer.write(isMarked ? "<small class=\"marked\">" : "<small>")
            writer.write(pageText: known?.text ?? word)
        case .text(let text) where !text.isEmpty && text.utf8.count <= PageRowWriter.longText:
            if !namesBeneath[index], text.utf8.count > PageRowWriter.longName, text.isUnspaced {
                namesBeneath[index] = true
            }
            writer.write("<small>")
            writer.write(breakable: text)
        case .path(let steps) where !steps.isEmpty:
            writer.write("<small>")
            writer.write(pagePath: steps, joinedBy: " › ")
        case .instant(let instant):
            writer.write("<small>")
            writer.write(pageTime: instant)
        default: return
        }
        writer.write("</small>")
    }
}

extension Cell {
    /// The text of a cell that holds one.
    fileprivate var words: String? {
        if case .text(let text) = self { text } else { nil }
    }
}
