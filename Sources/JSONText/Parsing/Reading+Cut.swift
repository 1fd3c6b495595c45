import CSimdjson

extension Reading {
    /// Goes through the large document at the beginning of the buffer, validates it and notes its windows.
    func cutDocument() throws -> CutDocument {
        let start = buffer.place
        let isPage = buffer.text[buffer.start] == UInt8(ascii: "{")
        // `canBeCut` has seen that the head is there.
        var skeleton = take(isPage ? try headSize() ?? 1 : 1)
        let windows = try cutWindows(isPage: isPage)
        skeleton += take(1)
        if isPage { skeleton += try takeTail(of: start) }
        try checkShape(try parseSkeleton(skeleton), at: start.line)
        return CutDocument(
            skeleton: skeleton, isPage: isPage, start: start, end: buffer.place, windows: windows)
    }

    /// Goes up to the bracket behind the items.
    private func cutWindows(isPage: Bool) throws -> [CutDocument.Window] {
        var windows: [CutDocument.Window] = []
        while true {
            let cut = try nextCut()
            let range = buffer.start..<cut.position
            if try isBlank(range, isAfterComma: !windows.isEmpty, isBeforeComma: cut.kind == CSJ_CUT_COMMA) {
                buffer.consume(range.count)
                return windows
            }
            _ = try parseItems(range, ofPage: isPage)
            windows.append(.init(start: buffer.place, count: range.count))
            buffer.consume(range.count)
            if cut.kind == CSJ_CUT_CLOSE { return windows }
            buffer.consume(1)
        }
    }

    /// Where the items at the beginning of the buffer are cut off: many of them, or a single big one.
    private func nextCut() throws -> csj_cut {
        var size = limits.windowSize
        while true {
            try fill(size)
            let end = min(buffer.end, buffer.start + size)
            let goal = size == limits.windowSize ? CSJ_SCAN_LAST_COMMA : CSJ_SCAN_FIRST_COMMA
            let cut = csj_scan(buffer.text, buffer.start, end, goal)
            if cut.kind != CSJ_CUT_NONE { return cut }
            if buffer.isAtEnd, end == buffer.end {
                throw Broken(otherwise: refusal("the array does not end"))
            }
            if size > limits.itemSize { throw Broken(otherwise: tooLarge) }
            size = min(2 * size, limits.itemSize + 1)
        }
    }

    /// Whether there are no items, which only an empty array may say.
    private func isBlank(_ range: Range<Int>, isAfterComma: Bool, isBeforeComma: Bool) throws -> Bool {
        let first = csj_skip_blanks(buffer.text, range.lowerBound, range.upperBound)
        guard first == range.upperBound else { return false }
        guard !isAfterComma, !isBeforeComma else { throw Broken(otherwise: refusal("an item is missing")) }
        return true
    }

    /// The members behind the items, up to the end of the object.
    private func takeTail(of start: CutDocument.Place) throws -> [UInt8] {
        try fill(limits.envelopeSize)
        let visible = min(buffer.end, buffer.start + limits.envelopeSize)
        let end = csj_scan(buffer.text, buffer.start, visible, CSJ_SCAN_CLOSE)
        guard end.kind == CSJ_CUT_CLOSE else {
            throw Broken(
                otherwise: .envelopeTooLarge(file: name, line: start.line, limit: limits.envelopeSize))
        }
        return take(end.position + 1 - buffer.start)
    }

    private func take(_ count: Int) -> [UInt8] {
        let bytes = [UInt8](buffer.bytes(buffer.start..<(buffer.start + count)))
        buffer.consume(count)
        return bytes
    }
}
