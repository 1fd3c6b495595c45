import JSONText
import TableText

/// Turns a table into pages of the objects that its rows are, each on the line on which its row begins.
///
/// A page says beside its objects which table it is of (`@tenure.table`), what it hangs on where a column tells it
/// (`@tenure.parent`), and which headers are not known (`@tenure.unknown`). Of a table that is not known there is
/// one page without objects.
final class TableTranslator: TextTranslator {
    /// The name of the entity that the folder tells.
    private let entity: String?
    private var reader: TableReader?
    private var page: Page?

    init(entity: String?) {
        self.entity = entity
    }

    func begin() {
        let page = Page(entity: entity)
        self.page = page
        reader = TableReader { record in page.take(record) }
    }

    func translate(_ text: UnsafeRawBufferPointer, into json: inout [UInt8]) throws(TranslationFault) {
        do {
            try reader?.read(text)
        } catch {
            throw TranslationFault(
                line: error.place.line, column: error.place.column, reason: error.fault.description)
        }
        if text.isEmpty { page?.end() }
        page?.hand(over: &json)
    }
}

/// The pages while they are written.
private final class Page {
    private let entity: String?
    private var json = TableJSON()
    private var kind: TableKind?
    private var write: ((TableRow, inout TableJSON) -> Void)?
    private var parentPlace: Int?
    private var parent: ArraySlice<UInt8>?
    private var unknown: [String] = []
    private var hasHeader = false
    private var isOpen = false
    private var hasObjects = false
    private var line = 1

    init(entity: String?) {
        self.entity = entity
    }

    func hand(over bytes: inout [UInt8]) {
        bytes += json.bytes
        json.removeAll()
    }

    func take(_ record: TableRecord) {
        guard hasHeader else { return takeHeader(record) }
        guard let write else { return }
        let row = TableRow(record: record)
        let parent = row[parentPlace]
        if isOpen, parent != self.parent { close() }
        if !isOpen { open(parent) }
        if hasObjects { json.append(",") }
        go(to: record.place.line)
        json.object { write(row, &$0) }
        hasObjects = true
    }

    func end() {
        guard hasHeader else { return }
        if !isOpen, kind == nil || parentPlace == nil { open(nil) }
        close()
    }

    private func takeHeader(_ record: TableRecord) {
        hasHeader = true
        let header = record.texts
        kind = TableKind.told(by: header, entity: entity)
        let places = kind?.places(in: header) ?? [:]
        let known = Set(places.values)
        unknown = header.enumerated().filter { !known.contains($0.offset) && !$0.element.isEmpty }.map(
            \.element)
        write = kind?.writer { places[$0] }
        parentPlace = kind?.parent.flatMap { places[$0] }
        go(to: record.place.line)
    }

    private func open(_ parent: ArraySlice<UInt8>?) {
        self.parent = parent.map { ArraySlice(Array($0)) }
        (isOpen, hasObjects) = (true, false)
        json.object { json in
            json.member("@tenure.table", kind.map { ArraySlice($0.name.utf8) })
            if parentPlace != nil { json.member("@tenure.parent", parent) }
            // What is not known is said once.
            json.member("@tenure.unknown", texts: unknown)
            unknown = []
        }
        json.beginValue()
    }

    private func close() {
        guard isOpen else { return }
        json.append("]}")
        isOpen = false
    }

    private func go(to line: Int) {
        json.append(newlines: line - self.line)
        self.line = max(line, self.line)
    }
}
