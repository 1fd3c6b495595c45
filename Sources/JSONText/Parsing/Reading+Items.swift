extension Reading {
    /// Hands out the items of a cut document, window by window.
    func handOutItems(of cut: CutDocument, _ body: (JSONItem) throws -> Void) throws {
        var index = 0
        for window in cut.windows {
            try go(to: window.start)
            try fill(window.count)
            guard buffer.count >= window.count else { throw JSONTextError.changed(file: name) }
            let range = buffer.start..<(buffer.start + window.count)
            let items = try parseItems(range, ofPage: cut.isPage)
            let lines = ItemLines(
                text: buffer.text, end: range.upperBound,
                beginning: .init(index: index, position: range.lowerBound, line: window.start.line))
            index = try Self.handOutItems(of: items, lines, body)
        }
    }

    /// Hands out the elements of an array and gives the index that would follow.
    @discardableResult
    static func handOutItems(
        of array: JSONValue, _ lines: ItemLines, _ body: (JSONItem) throws -> Void
    ) rethrows -> Int {
        var index = lines.beginning.index
        try array.forEachElement { element in
            try body(JSONItem(value: element, index: index, lines: lines))
            index += 1
        }
        return index
    }
}
