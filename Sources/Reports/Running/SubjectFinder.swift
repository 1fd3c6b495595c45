import Resolution

/// Finds whom or what a parameter names, once for each text: all reports of a command mean the same.
final class SubjectFinder {
    private let state: ReportState
    private var known: [Key: [FoundObject]] = [:]

    private struct Key: Hashable {
        let kind: Parameter.Kind
        let text: String
    }

    init(_ state: ReportState) {
        self.state = state
    }

    /// - Returns: nil for a parameter that names no object.
    /// - Throws: `ReportsError.notClear` when nobody, or more than one, is meant.
    func subject(_ text: String, _ parameter: Parameter, of report: Report) throws -> FoundObject? {
        let key = Key(kind: parameter.kind, text: text)
        let found: [FoundObject]
        switch parameter.kind {
        case .person: found = try known[key] ?? state.anyone(matching: text)
        case .resource: found = try known[key] ?? state.resources(matching: text)
        default: return nil
        }
        known[key] = found
        guard found.count == 1 else {
            throw ReportsError.notClear(
                report: report.name, parameter: parameter.name, text: text, candidates: found)
        }
        return found[0]
    }
}
