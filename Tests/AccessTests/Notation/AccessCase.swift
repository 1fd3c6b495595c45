import Access
import Testing

/// Edges in, rows out: lines as `CaseFacts` reads them, `---`, the rows as `CaseRow` writes them, in their order.
///
/// How many spaces stand between words does not matter.
struct AccessCase {
    let facts: CaseFacts
    let expected: [String]

    init(_ text: String) throws {
        let lines = text.split(separator: "\n").map { line in
            line.split(separator: " ").joined(separator: " ")
        }
        guard let border = lines.firstIndex(of: "---") else {
            throw CaseError(line: "---", problem: "no border between edges and rows")
        }
        facts = try CaseFacts(lines[..<border])
        expected = Array(lines[(border + 1)...])
    }

    /// Person by person, in the order in which the case names them.
    func rows() throws -> [String] {
        var resolver = Resolver(tenant: facts.tenant())
        return try facts.persons.flatMap { person in
            resolver.grants(of: try facts.edges(of: person)).map { grant in
                CaseRow(person: person, grant: grant, facts: facts).text
            }
        }
    }
}

/// Fails with both lists of rows in the notation of the case.
func expectRows(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let accessCase = try AccessCase(text)
    let found = try accessCase.rows()
    let expected = accessCase.expected
    // Byte by byte: for Swift a letter and its decomposed form are equal.
    if found.map({ Array($0.utf8) }) == expected.map({ Array($0.utf8) }) { return }
    let lines =
        expected.filter { !found.contains($0) }.map { "- " + $0 }
        + found.map { (expected.contains($0) ? "  " : "+ ") + $0 }
    Issue.record(
        "expected (-) and found (+) rows, those found in their order:\n\(lines.joined(separator: "\n"))",
        sourceLocation: sourceLocation)
}
