import Model

/// Writes the rows of one table as `<tr>`, escaping as it goes, and notes which words it used.
///
/// A cell keeps what the data says beside what a page says for it: `datetime` of a moment, `data-v` of a
/// word or truth value. So the page can export the same cells as the CSV.
struct PageRowWriter {
    private let table: Table
    let columns: [PageColumn]
    /// The column that says of whom or what a row is.
    private let subject: Int?
    let truths: (yes: String, no: String)
    private(set) var count = 0
    private var isPacked = false
    private let isFacts: Bool
    private var topic: Cell?
    /// By column.
    var words: [PageWords]
    /// By column: the words that stood in its empty cells.
    var wordsInstead: [PageWords?]
    /// By column: whether any cell says something.
    var isFilled: [Bool]
    /// By column: whether it sets names without spaces beneath another, such as sign-in names.
    var namesBeneath: [Bool]

    init(_ table: Table, _ texts: PageTexts) {
        self.table = table
        columns = table.columns.enumerated().map { index, column in PageColumn(column, at: index, in: table) }
        words = table.columns.map(PageWords.init)
        wordsInstead = columns.map { $0.stands.map { PageWords(table.columns[$0]) } }
        isFilled = table.columns.map { $0.entry != nil }
        namesBeneath = table.columns.map { _ in false }
        isFacts = table.layout == .facts
        subject = table.columns.firstIndex { $0.page.shown && $0.entry == nil && $0.type == .text }
        truths = (XMLText.escaped(texts["isTrue"]), XMLText.escaped(texts["isFalse"]))
    }

    /// The words that were met in a column.
    func used(_ column: Int) -> Set<String> {
        words[column].used.union(wordsInstead[column]?.used ?? [])
    }

    mutating func write(_ row: LentRow, to writer: ByteWriter) {
        isPacked = false
        writer.write(isSameTopic(row) ? "<tr class=\"same\">" : "<tr>")
        for index in columns.indices {
            write(index, of: row, to: writer)
            writer.write("</td>")
        }
        writer.write("</tr>\n")
        count += 1
    }

    /// The row as text from which the page's script makes one: what its cells hold, with tabs between them, behind
    /// an opening tag where that says more than the column's place; as an empty element, so that the page stays
    /// well-formed. Escaped text holds neither tabs nor line feeds.
    mutating func write(packed row: LentRow, to writer: ByteWriter) {
        isPacked = true
        for index in columns.indices {
            if index > 0 { writer.write(UInt8(ascii: "\t")) }
            write(index, of: row, to: writer)
        }
        count += 1
    }

    /// Whether a dossier goes on with the topic of the row before.
    private mutating func isSameTopic(_ row: LentRow) -> Bool {
        guard isFacts, row.count > 0 else { return false }
        let before = topic
        topic = Cell(row[0])
        return topic == before
    }

    /// The cell as people see it. Put in where it is called, since it is for each cell.
    @inline(__always)
    func shown(_ index: Int, of row: LentRow) -> LentCell {
        let cell = row[index]
        guard isFacts, case .instant(let instant) = table.shown(Cell(cell), column: index) else {
            return cell
        }
        return .instant(instant)
    }

    /// Of whom the row is.
    func spoken(_ row: LentRow) -> String {
        subject.flatMap { shown($0, of: row).text } ?? ""
    }

    /// The opening tag of a cell.
    func openCell(_ index: Int, _ mark: StaticString = "", value: String? = nil, to writer: ByteWriter) {
        if isPacked, mark.utf8CodeUnitCount == 0, value == nil { return }
        writer.write(text: columns[index].opening)
        writer.write(mark)
        if let value {
            writer.write("\" data-v=\"")
            writer.write(escaped: value)
        }
        writer.write(isPacked ? "\"/>" : "\">")
    }
}
