import CSimdjson

/// Finds the lines of items in a text that is in memory.
final class ItemLines {
    private let text: UnsafePointer<UInt8>
    private let end: Int
    /// The place of the first item.
    let beginning: Place
    /// How far the search has come.
    private var reached: Place

    /// The place behind the comma or bracket before an item.
    struct Place {
        var index: Int
        var position: Int
        var line: Int
    }

    /// `end` may lie anywhere behind the items.
    init(text: UnsafePointer<UInt8>, end: Int, beginning: Place) {
        self.text = text
        self.end = end
        self.beginning = beginning
        reached = beginning
    }

    func line(of index: Int) -> Int {
        if index < reached.index { reached = beginning }
        while reached.index < index {
            let comma = csj_scan(text, reached.position, end, CSJ_SCAN_FIRST_COMMA)
            guard comma.kind == CSJ_CUT_COMMA else { break }
            reached.line += csj_count_newlines(text, reached.position, comma.position)
            reached.position = comma.position + 1
            reached.index += 1
        }
        let first = csj_skip_blanks(text, reached.position, end)
        return reached.line + csj_count_newlines(text, reached.position, first)
    }
}
