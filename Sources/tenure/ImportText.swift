import GraphImport
import Store

/// What an import says when it is done.
struct ImportText {
    private let summary: ImportSummary
    private let database: String
    /// So many remarks of a kind are shown; the rest are counted.
    private static let shownRemarks = 20

    init(_ summary: ImportSummary, database: String) {
        self.summary = summary
        self.database = database
    }

    var text: String {
        (remarks + [observed] + counts + [conclusion]).map(\.singleLine).joined(separator: "\n")
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
            let shown = all.prefix(ImportText.shownRemarks).map { "\(kind.label): \($0.place): \($0.reason)" }
            let rest = all.count - shown.count
            return shown
                + (rest > 0 ? ["\(kind.label): \(rest) more; `tenure status --remarks` lists them all"] : [])
        }
    }

    private var conclusion: String {
        func count(_ kind: Remark.Kind) -> Int { summary.remarks.filter { $0.kind == kind }.count }
        let parts = [
            count(.refused) > 0 ? "\(count(.refused)) refused" : nil,
            count(.incomplete) > 0 ? "\(count(.incomplete)) collections incomplete" : nil,
            count(.leftAside) > 0 ? "\(count(.leftAside)) left aside" : nil,
            summary.knownFileCount > 0 ? "\(summary.knownFileCount) files as before" : nil,
            summary.closedCount > 0 ? "\(summary.closedCount) objects no longer there" : nil,
        ].compactMap { $0 }
        return "snapshot \(summary.snapshot) in \(database): \(summary.itemCount) objects from "
            + "\(summary.fileCount) files" + (parts.isEmpty ? "" : "; " + parts.joined(separator: ", "))
            + (summary.isComplete ? "; what was read is complete" : "; incomplete")
    }
}

extension String {
    func padding(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
