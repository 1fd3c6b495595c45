import GraphImport

/// What a run says when it is done.
public struct RunSummary: Sendable {
    /// DESIGN.md 5: 0, 2 where a hook failed, 3 where something is incomplete that is no known gap.
    public let exitCode: Int32
    /// One line.
    public let text: String

    init(_ tally: RunTally, _ config: NightlyConfig) {
        exitCode = tally.exitCode
        text = ([RunSummary.outcome(tally)] + RunSummary.facts(tally)).joined(separator: "; ")
    }

    private static func outcome(_ tally: RunTally) -> String {
        let end = tally.ended ?? tally.begun
        let words =
            switch tally.exitCode {
            case 0: tally.gaps.isEmpty ? "complete" : "complete but for known gaps"
            case 3: "incomplete"
            default: "hook failed"
            }
        return "\(end) \(words)"
    }

    private static func facts(_ tally: RunTally) -> [String] {
        var facts: [String] = []
        if let last = tally.imports.last {
            let count = tally.imports.map(\.itemCount).reduce(0, +)
            facts.append("\(count) objects in snapshot \(last.snapshot), observed \(last.observedAt)")
        }
        if let pack = tally.pack {
            facts.append("\(tally.reports.count) reports with \(tally.rowCount) rows in \(pack)")
        }
        let open = names(tally) { !$0.isAccepted }
        let known = names(tally) { $0.isAccepted }
        if !open.isEmpty { facts.append("incomplete: \(open)") }
        if tally.refusedCount > 0 { facts.append("\(tally.refusedCount) files refused") }
        if !known.isEmpty { facts.append("known gaps: \(known)") }
        if !tally.lacking.isEmpty {
            facts.append("without some fields: \(tally.lacking.joined(separator: ", "))")
        }
        if !tally.failedHooks.isEmpty {
            facts.append("failed: " + tally.failedHooks.joined(separator: ", "))
        }
        if tally.removedPacks > 0 { facts.append("\(tally.removedPacks) old packs removed") }
        if tally.removedCaptures > 0 { facts.append("\(tally.removedCaptures) old captures removed") }
        if let ended = tally.ended { facts.append("\(Int(ended.seconds(since: tally.begun).rounded())) s") }
        return facts
    }

    private static func names(_ tally: RunTally, _ isWanted: (RunTally.Gap) -> Bool) -> String {
        tally.gaps.filter { isWanted($0.value) }.keys.sorted().joined(separator: ", ")
    }
}
