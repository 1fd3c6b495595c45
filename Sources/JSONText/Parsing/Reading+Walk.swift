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
    func step() throws -> Step {
        guard try skipBlanks() else { return .end }
        while true {
            let end = csj_document_end(buffer.text, buffer.start, buffer.end, buffer.isAtEnd)
            if end > buffer.start { return .document(buffer.start..<end) }
            if buffer.isAtEnd { throw Broken(otherwise: refusal("the document does not end")) }
            if buffer.count < limits.documentSize {
                try fill(min(max(2 * buffer.count, limits.windowSize), limits.documentSize))
            } else if canBeCut {
                return .large
            } else if buffer.count <= limits.itemSize {
                try fill(min(2 * buffer.count, limits.itemSize + 1))
            } else {
                throw Broken(otherwise: tooLarge)
            }
        }
    }

    var tooLarge: JSONTextError { .itemTooLarge(file: name, line: buffer.line, limit: limits.itemSize) }

    func refusal(_ reason: String) -> JSONTextError {
        .refused(file: name, line: buffer.line, reason: reason)
    }

    func fill(_ count: Int) throws(JSONTextError) { try buffer.fill(upTo: count, from: input) }

    /// Goes to the first byte of a document; false at the end of the text.
    private func skipBlanks() throws -> Bool {
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

    private var canBeCut: Bool {
        switch buffer.text[buffer.start] {
        case UInt8(ascii: "["): true
        case UInt8(ascii: "{"): headSize.map { $0 <= limits.envelopeSize } ?? false
        default: false
        }
    }

    /// The size of an object up to the items of `value`.
    var headSize: Int? {
        let cut = csj_find_value_array(buffer.text, buffer.start, buffer.end)
        return cut.kind == CSJ_CUT_OPEN ? cut.position + 1 - buffer.start : nil
    }
}
