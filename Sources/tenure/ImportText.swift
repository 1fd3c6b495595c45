import GraphImport
import Store

/// What an import says when it is done, or when it was only tried.
struct ImportText {
    private let summary: ImportSummary
    private let database: String?
    /// So many remarks of a kind are shown; the rest are counted.
    private static let shownRemarks = 20

    /// - Parameter database: nil for a dry run.
    init(_ summary: ImportSummary, database: String?) {
        self.summary = summary
        self.database = database
    }

    var text: String {
        (remarks + [observed] + counts + ignoring + [conclusion]).map(\.singleLine).joined(separator: "\n")
    }

    private var observed: String {
        "observed at \(summary.observedAt) (\(summary.observedBy))"
    }

    private var counts: [String] {
        let width = summary.counts.map(\.entity.count).max() ?? 0
        return summary.counts.map { counts in
            let name = counts.entity.padding(to: width)
            let skipped = counts.skipped > 0 ? ", \(counts.skipped) left out" : ""
            let incomplete =
                counts.incomplete > 0
                ? ", \(counts.incomplete) of \(counts.collections) collections incomplete" : ""
            return "  \(name)  \(counts.items)\(skipped)\(incomplete)"
        }
    }

    private var remarks: [String] {
        Remark.Kind.allCases.flatMap { kind -> [String] in
            let all = summary.remarks.filter { $0.kind == kind }
            let lines = kind == .leftAside ? byReason(all) : all.map { "\($0.place): \($0.reason)" }
            // What was only tried can be looked up nowhere.
            let shown = (database == nil ? lines : Array(lines.prefix(ImportText.shownRemarks)))
                .map { "\(kind.label): \($0)" }
            let rest = lines.count - shown.count
            return shown
                + (rest > 0 ? ["\(kind.label): \(rest) more; `tenure status --remarks` lists them all"] : [])
        }
    }

    /// Once for each reason, so that a type that nobody imports does not fill the screen.
    private func byReason(_ remarks: [Remark]) -> [String] {
        var places: [String: [String]] = [:]
        for remark in remarks { places[remark.reason, default: []].append(remark.place) }
        return places.sorted { $0.value[0] < $1.value[0] }.map { reason, places in
            places.count == 1
                ? "\(places[0]): \(reason)" : "\(places.count) times, first \(places[0]): \(reason)"
        }
    }

    /// What to type to hear no more of what is not imported.
    private var ignoring: [String] {
        let names = Set(summary.remarks.compactMap(\.unimported)).sorted()
        return database == nil && !names.isEmpty
            ? ["to say nothing of what is not imported: --ignore \(names.joined(separator: ","))"] : []
    }

    private var conclusion: String {
        func count(_ kind: Remark.Kind) -> Int { summary.remarks.filter { $0.kind == kind }.count }
        let parts = [
            count(.refused) > 0 ? "\(count(.refused)) refused" : nil,
            count(.incomplete) > 0 ? "\(count(.incomplete)) collections incomplete" : nil,
            count(.leftAside) > 0 ? "\(count(.leftAside)) left aside" : nil,
            summary.knownFileCount > 0 ? "\(summary.knownFileCount) files as before" : nil,
            summary.closedCount > 0 ? "\(summary.closedCount) objects no longer there" : nil,
            summary.ignoredCount > 0 ? "\(summary.ignoredCount) ignored as wished" : nil,
        ].compactMap { $0 }
        let place = database.map { "snapshot \(summary.snapshot) in \($0)" } ?? "dry run, nothing was written"
        return "\(place): \(summary.itemCount) objects from "
            + "\(summary.fileCount) files" + (parts.isEmpty ? "" : "; " + parts.joined(separator: ", "))
            + (summary.isComplete ? "; what was read is complete" : "; incomplete")
    }
}

extension String {
    func padding(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
