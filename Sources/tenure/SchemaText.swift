import GraphSchema

/// What a check of metadata found, as lines: what does not fit, words that are not known, counts.
struct SchemaText {
    let file: String
    let check: SchemaCheck

    var text: String {
        (misfits + unknownMembers + unheld + counts).map(\.singleLine).joined(separator: "\n")
    }

    private var misfits: [String] { check.misfits.map { "\(file):\($0.line): \($0)" } }

    private var unknownMembers: [String] {
        guard !check.unknownMembers.isEmpty else { return [] }
        return ["Members of enumerations that no word is known for; reports show them as they came:"]
            + check.unknownMembers.map { "\(file):\($0.line): \($0)" }
    }

    private var unheld: [String] {
        let lines =
            check.unheld.map { "\($0.entity): nothing is called \($0.by)" }
            + check.unheldWithin.map { "fields that lead into the type \($0)" }
        guard !lines.isEmpty else { return [] }
        let head =
            check.isWhole
            ? "Not in the file, which is of a whole service:"
            : "Not in the file, which is cut out of a whole, and so not judged:"
        return [head] + lines.map { "  " + $0 }
    }

    private var counts: [String] {
        let judged = check.fitCount + check.misfits.count
        var line =
            "\(judged) fields of \(check.entityCount) entities: \(check.fitCount) fit, "
            + "\(check.misfits.count) do not"
        if check.declaredCount > 0 {
            line += "; \(check.declaredCount) more are told by beta or other tools alone"
        }
        if check.unjudgedCount > 0 { line += "; \(check.unjudgedCount) are not judged" }
        return [line]
    }
}
