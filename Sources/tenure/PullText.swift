import GraphClient

/// What a pull says when it is done.
struct PullText {
    private let summary: PullSummary
    private let folder: String
    /// So many failures of a collection are shown; the rest are counted.
    private static let shownFailures = 5

    init(_ summary: PullSummary, folder: String) {
        self.summary = summary
        self.folder = folder
    }

    var text: String {
        let failures = summary.collections.flatMap { collection in
            collection.incomplete.prefix(Self.shownFailures).map { "incomplete: \($0.path): \($0.reason)" }
                + (collection.incomplete.count > Self.shownFailures
                    ? [
                        "incomplete: \(collection.path): \(collection.incomplete.count - Self.shownFailures) more"
                    ]
                    : [])
        }
        let lacks = summary.collections.compactMap { collection in
            collection.lacks.map { "lacking: \(collection.path): \($0)" }
        }
        let notes = summary.collections.compactMap { collection in
            collection.note.map { "\(collection.path): \($0)" }
        }
        let gone = Set(summary.collections.flatMap(\.gone)).sorted().map {
            "gone: \($0): listed, and deleted before it was read"
        }
        let kept = summary.keptCount > 0 ? ", \(summary.keptCount) of them from before" : ""
        let end =
            "capture \(folder): \(summary.itemCount) objects on \(summary.pageCount) pages\(kept), observed at "
            + "\(summary.observedAt)" + (summary.isComplete ? "; complete" : "; incomplete")
        return (failures + lacks + notes + gone + [end]).map(\.singleLine).joined(separator: "\n")
    }
}
