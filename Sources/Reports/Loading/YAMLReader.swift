import Yams

/// A place in a report file or another one in YAML: a node, and the keys that lead to it, so that whatever is wrong
/// is told with file, line and key.
package struct YAMLReader {
    let file: String
    /// Such as `tables[0].columns[3].type`.
    package let key: String
    let node: Node
    /// Where the mapping has no such key, the line of the mapping.
    let line: Int

    /// Reads a whole file.
    package init(_ text: String, file: String) throws(ReportsError) {
        do {
            guard let node = try Yams.compose(yaml: text) else {
                throw ReportsError.definition(file: file, line: 1, key: "", problem: "the file is empty")
            }
            self.init(file: file, key: "", node: node, line: node.mark?.line ?? 1)
        } catch let error as ReportsError {
            throw error
        } catch {
            throw ReportsError.definition(yaml: error, file: file)
        }
    }

    private init(file: String, key: String, node: Node, line: Int) {
        self.file = file
        self.key = key
        self.node = node
        self.line = line
    }

    package func error(_ problem: String) -> ReportsError {
        .definition(file: file, line: line, key: key, problem: problem)
    }

    /// Refuses what is no mapping and every key that is not among these.
    func only(_ known: [String]) throws(ReportsError) {
        if let first = faults(beyond: known).first { throw first }
    }

    /// What `only` refuses, all of it.
    package func faults(beyond known: [String]) -> [ReportsError] {
        guard let mapping = node.mapping else { return [error("keys with values are expected here")] }
        return mapping.compactMap { name, _ in
            let text = name.string ?? "?"
            guard !known.contains(text) else { return nil }
            return child(text, name).error("unknown key; known are: \(known.joined(separator: ", "))")
        }
    }

    package func optional(_ name: String) -> YAMLReader? {
        node.mapping?[name].map { child(name, $0) }
    }

    package func required(_ name: String) throws(ReportsError) -> YAMLReader {
        guard let value = optional(name) else { throw error("the key \"\(name)\" is missing") }
        return value
    }

    /// A text that says something; a number or a truth value is read as it is written.
    package func text() throws(ReportsError) -> String {
        guard let scalar = node.scalar else { throw error("a text is expected here") }
        let text = scalar.string.trimmed
        guard !text.isEmpty else { throw error("it is empty") }
        return text
    }

    package var isText: Bool { node.scalar != nil }
    package var isMapping: Bool { node.mapping != nil }

    package func number() throws(ReportsError) -> Int {
        guard let number = Int(try text()) else { throw error("a whole number is expected here") }
        return number
    }

    package func flag() throws(ReportsError) -> Bool {
        switch try text() {
        case "true": return true
        case "false": return false
        default: throw error("true or false is expected here")
        }
    }

    /// One of the raw values.
    package func choice<Choice: CaseIterable & RawRepresentable<String>>(
        _ type: Choice.Type
    ) throws(ReportsError) -> Choice {
        let text = try text()
        guard let choice = Choice(rawValue: text) else {
            let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw error("\"\(text)\" is none of: \(known)")
        }
        return choice
    }

    package func items() throws(ReportsError) -> [YAMLReader] {
        guard let sequence = node.sequence else { throw error("a list is expected here") }
        return sequence.enumerated().map(item)
    }

    package func texts() throws(ReportsError) -> [String] {
        var texts: [String] = []
        for item in try items() { texts.append(try item.text()) }
        return texts
    }

    /// Keys and texts, in the order of the file.
    ///
    /// - Parameter left: a key that is left aside.
    package func pairs(but left: String? = nil) throws(ReportsError) -> [(key: String, value: String)] {
        guard let mapping = node.mapping else { throw error("keys with texts are expected here") }
        var pairs: [(key: String, value: String)] = []
        for (name, value) in mapping {
            let text = name.string ?? "?"
            if text == left { continue }
            pairs.append((text, try child(text, value).text()))
        }
        return pairs
    }

    /// What lies directly in it, in the order of the file, each with the last part of its key.
    package var children: [(name: String, place: YAMLReader)] {
        if let mapping = node.mapping {
            return mapping.map { name, value in (name.string ?? "?", child(name.string ?? "?", value)) }
        }
        return (node.sequence.map(Array.init) ?? []).enumerated().map { index, node in
            ("\(index)", item(index, node))
        }
    }

    private func item(_ index: Int, _ node: Node) -> YAMLReader {
        YAMLReader(file: file, key: "\(key)[\(index)]", node: node, line: node.mark?.line ?? line)
    }

    private func child(_ name: String, _ node: Node) -> YAMLReader {
        YAMLReader(
            file: file, key: key.isEmpty ? name : key + "." + name, node: node,
            line: node.mark?.line ?? line)
    }
}

extension ReportsError {
    /// What Yams finds wrong, with the place that it tells.
    fileprivate static func definition(yaml error: any Error, file: String) -> ReportsError {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            .definition(file: file, line: mark.line, key: "", problem: "no YAML: \(problem)")
        case .duplicatedKeysInMapping(let duplicates, let context):
            .definition(
                file: file, line: context.mark.line, key: duplicates.sorted().joined(separator: ", "),
                problem: "the key is there twice")
        case .reader(let problem, _, _, _):
            .definition(file: file, line: 1, key: "", problem: "no YAML: \(problem)")
        default:
            .definition(file: file, line: 1, key: "", problem: "no YAML")
        }
    }
}

extension String {
    /// Without white space at both ends.
    var trimmed: String {
        let isSpace: (Character) -> Bool = { $0.isWhitespace }
        guard let first = firstIndex(where: { !isSpace($0) }), let last = lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(self[first...last])
    }
}
