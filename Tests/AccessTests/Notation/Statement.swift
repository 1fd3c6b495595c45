import Model

/// One line of a case: words up to the first comma, then clauses, each a word and what follows it.
///
/// `assignment A1 of Portal to ann, start 2026-06-01, duration P14D`
struct Statement {
    let line: String
    let words: [String]
    let clauses: [(key: String, value: String)]

    init(_ line: String) {
        self.line = line
        let parts = line.split(separator: ",").map(Statement.words)
        words = parts.first ?? []
        clauses = parts.dropFirst().map { ($0.first ?? "", $0.dropFirst().joined(separator: " ")) }
    }

    /// Refuses a misspelt clause, which would otherwise change what a case says.
    func allow(_ keys: String...) throws {
        for clause in clauses where !keys.contains(clause.key) {
            throw CaseError(line: line, problem: "unknown clause '\(clause.key)'")
        }
    }

    subscript(key: String) -> String? {
        clauses.first { $0.key == key }?.value
    }

    /// Nil where the line does not say it, and for the sentinels that mean "no date".
    func moment(_ key: String) throws -> Instant? {
        guard let text = self[key] else { return nil }
        if let moment = Instant(text) { return moment }
        guard ["null", Identifier.zero].contains(text) || text.hasPrefix("0001-") else {
            throw CaseError(line: line, problem: "'\(text)' is no moment")
        }
        return nil
    }

    func expiration() throws -> ExpirationPattern {
        if let duration = self["duration"], duration != "null", CalendarDuration(duration) == nil {
            throw CaseError(line: line, problem: "'\(duration)' is no duration")
        }
        return ExpirationPattern(
            type: self["type"], endDateTime: try moment("end"), duration: self["duration"])
    }

    /// The words between fixed ones: `member _ in _` takes two out of `member ann in Staff`.
    func match(_ pattern: String) -> [String]? {
        let expected = Statement.words(pattern[...])
        guard expected.count == words.count else { return nil }
        var found: [String] = []
        for (pattern, word) in zip(expected, words) {
            if pattern == "_" { found.append(word) } else if pattern != word { return nil }
        }
        return found
    }

    private static func words(_ text: Substring) -> [String] {
        text.split(separator: " ").map(String.init)
    }
}

struct CaseError: Error, CustomStringConvertible {
    let line: String
    let problem: String

    var description: String { "\(problem) in the line: \(line)" }
}
