extension Reading {
    /// What the first pass over a text has found.
    struct Survey {
        var count = 0
        /// The documents that are to be cut, in the order of the text.
        var cuts: [CutDocument] = []
        /// The only document, if it is still in memory and parsed.
        var only: ParsedDocument?
    }

    /// A document in memory.
    struct ParsedDocument {
        let root: JSONValue
        let range: Range<Int>
        let line: Int
    }

    /// Reads the text from end to end and validates all of it.
    func survey() throws -> Survey {
        var survey = Survey()
        while true {
            switch try step() {
            case .document(let range):
                let document = try parseDocument(range)
                // What is read later may move the text.
                survey.only = survey.count == 0 && buffer.isAtEnd ? document : nil
                buffer.consume(range.count)
            case .large:
                survey.only = nil
                survey.cuts.append(try cutDocument())
            case .end:
                return survey
            }
            survey.count += 1
        }
    }

    func parseDocument(_ range: Range<Int>) throws -> ParsedDocument {
        let root = try parse(buffer.bytes(range), with: parser, depth: limits.depth)
        try checkShape(root, at: buffer.line)
        return ParsedDocument(root: root, range: range, line: buffer.line)
    }

    /// Throws if it is open which member of a document holds the items.
    func checkShape(_ root: JSONValue, at line: Int) throws(JSONTextError) {
        guard let value = root.find(JSONEnvelope.itemsKey), value.count > 1 else { return }
        throw .repeatedValue(file: name, line: line)
    }
}
