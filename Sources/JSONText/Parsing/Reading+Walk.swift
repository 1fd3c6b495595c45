import CSimdjson

extension Reading {
    /// What the text goes on with.
    enum Step {
        /// A document that is in memory as a whole.
        case document(Range<Int>)
        /// A document at the beginning of the buffer that is to be cut.
        case large
        case end
    }

    /// Goes to the next document, which is then at the beginning of the buffer.
    ///
    /// What it says depends on the text only, not on how much of it happens to be in memory: the second pass
    /// finds the documents of the first.
    func step() throws -> Step {
        guard try skipBlanks() else { return .end }
        // As long as what is in memory holds the next document, nothing is read.
        var size = min(buffer.count, limits.documentSize)
        while true {
            try fill(size)
            let visible = min(buffer.end, buffer.start + size)
            let isAll = buffer.isAtEnd && visible == buffer.end
            let end = csj_document_end(buffer.text, buffer.start, visible, isAll)
            if end > buffer.start { return .document(buffer.start..<end) }
            if isAll { throw Broken(otherwise: refusal("the document does not end")) }
            if size > limits.itemSize { throw Broken(otherwise: tooLarge) }
            if size == limits.documentSize, try canBeCut() { return .large }
            let limit = size < limits.documentSize ? limits.documentSize : limits.itemSize + 1
            size = min(max(2 * size, limits.windowSize), limit)
        }
    }

    /// That the item or document at the beginning of the buffer, or behind the blanks there, is too large.
    var tooLarge: JSONTextError {
        let first = csj_skip_blanks(buffer.text, buffer.start, buffer.end)
        let line = buffer.line + csj_count_newlines(buffer.text, buffer.start, first)
        return .itemTooLarge(file: name, line: line, limit: limits.itemSize)
    }

    func refusal(_ reason: String) -> JSONTextError {
        .refused(file: name, line: buffer.line, reason: reason)
    }

    func fill(_ count: Int) throws(JSONTextError) { try buffer.fill(upTo: count, from: input) }

    /// Goes to the first byte of a document; false at the end of the text.
    func skipBlanks() throws -> Bool {
        while true {
            buffer.consume(csj_skip_blanks(buffer.text, buffer.start, buffer.end) - buffer.start)
            if buffer.startsWithByteOrderMark {
                // Files with marks may have been put one behind another.
                buffer.consume(3)
            } else if buffer.count >= 3 || buffer.isAtEnd {
                return buffer.count > 0
            } else {
                try fill(max(limits.windowSize, 3))
            }
        }
    }

    private func canBeCut() throws -> Bool {
        switch buffer.text[buffer.start] {
        case UInt8(ascii: "["): return true
        case UInt8(ascii: "{"): return try headSize() != nil
        default: return false
        }
    }

    /// The size of an object up to the items of `value`, if that is not too much.
    func headSize() throws -> Int? {
        try fill(limits.envelopeSize)
        let visible = min(buffer.end, buffer.start + limits.envelopeSize)
        let cut = csj_find_value_array(buffer.text, buffer.start, visible)
        return cut.kind == CSJ_CUT_OPEN ? cut.position + 1 - buffer.start : nil
    }
}
