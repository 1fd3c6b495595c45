import CSimdjson

extension Reading {
    /// Hands out the documents of a text that a survey has found valid.
    func handOut(_ survey: Survey, _ body: (JSONDocument) throws -> Void) throws {
        defer { ticket += 1 }
        if let only = survey.only { return try body(document(only)) }
        try go(to: .init(offset: 0, line: 1))
        var cuts = survey.cuts[...]
        for _ in 0..<survey.count {
            guard try skipBlanks() else { throw JSONTextError.changed(file: name) }
            if let cut = cuts.first, cut.start.offset == buffer.offset {
                cuts.removeFirst()
                try body(document(cut))
                try go(to: cut.end)
            } else if case .document(let range) = try step() {
                try body(document(parseDocument(range)))
                buffer.consume(range.count)
            } else {
                throw JSONTextError.changed(file: name)
            }
            ticket += 1
        }
    }

    private func document(_ parsed: ParsedDocument) -> JSONDocument {
        let root = parsed.root
        let items = root.kind == .array ? root : root.find(JSONEnvelope.itemsKey)?.last
        let shape: JSONDocument.Shape =
            switch root.kind {
            case .object: items?.kind == .array ? .page : .object
            case .array: .array
            default: .scalar
            }
        let lines = lines(of: parsed, shape)
        let content: JSONDocument.Content =
            switch (shape, items) {
            case (.page, let items?), (.array, let items?): .elements(of: items, lines)
            default: .whole(root, lines)
            }
        let envelope = JSONEnvelope(object: root.kind == .object ? root : nil, isPage: shape == .page)
        return JSONDocument(
            shape: shape, envelope: envelope, line: parsed.line, content: content, reading: self)
    }

    private func document(_ cut: CutDocument) throws -> JSONDocument {
        let root = try parseSkeleton(cut.skeleton)
        let envelope = JSONEnvelope(object: cut.isPage ? root : nil, isPage: cut.isPage)
        return JSONDocument(
            shape: cut.isPage ? .page : .array, envelope: envelope, line: cut.start.line,
            content: .windows(of: cut), reading: self)
    }

    private func lines(of document: ParsedDocument, _ shape: JSONDocument.Shape) -> ItemLines {
        let range = document.range
        let first =
            switch shape {
            case .page: csj_find_value_array(buffer.text, range.lowerBound, range.upperBound).position + 1
            case .array: range.lowerBound + 1
            case .object, .scalar: range.lowerBound
            }
        let line = document.line + csj_count_newlines(buffer.text, range.lowerBound, first)
        return ItemLines(
            text: buffer.text, end: range.upperBound, beginning: .init(index: 0, position: first, line: line))
    }
}
