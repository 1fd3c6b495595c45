import GraphImport
import Model
import Reports
import Store

/// What a run has done so far.
struct RunTally {
    struct Gap {
        var detail: String
        let isAccepted: Bool
    }

    let begun: Instant
    private(set) var ended: Instant?
    private(set) var error: (any Error)?
    /// In seconds.
    private(set) var durations: [LogEntry.Step: Double] = [:]
    private(set) var imports: [ImportSummary] = []
    /// By entity.
    private(set) var gaps: [String: Gap] = [:]
    /// Files that were not taken.
    private(set) var refusedCount = 0
    private(set) var reports: [ReportRun.Result] = []
    /// Collections that were read without some of their fields.
    var lacking: [String] = []
    var pack: String?
    var failedHooks: [String] = []
    var removedPacks = 0
    var removedCaptures = 0

    init(begun: Instant) {
        self.begun = begun
    }

    mutating func took(_ step: LogEntry.Step, from start: Instant, to end: Instant) {
        durations[step, default: 0] += end.seconds(since: start)
    }

    mutating func end(at moment: Instant, error: (any Error)?) {
        ended = moment
        self.error = error
    }

    mutating func add(_ summary: ImportSummary, accepting accepted: Set<String>) {
        imports.append(summary)
        refusedCount += summary.remarks.filter { $0.kind == .refused }.count
        for counts in summary.counts where counts.incomplete > 0 {
            note(
                counts.entity, "\(counts.incomplete) of \(counts.collections) collections are incomplete",
                accepted)
        }
    }

    mutating func add(_ results: [ReportRun.Result], accepting accepted: Set<String>) {
        reports += results
        for need in results.flatMap(\.header.completeness) where need.state != .complete {
            note(need.need, need.detail, accepted)
        }
    }

    private mutating func note(_ entity: String, _ detail: String, _ accepted: Set<String>) {
        // What a report says of it is more than what an import does.
        gaps[entity] = Gap(detail: detail, isAccepted: accepted.contains(entity))
    }

    /// How many objects were imported, by entity.
    var objects: [String: Int] {
        Dictionary(imports.flatMap(\.counts).map { ($0.entity, $0.items) }, uniquingKeysWith: +)
    }

    /// When the newest snapshot was observed.
    var observedAt: Instant? { imports.map(\.observedAt).max() }

    /// How many rows were written, by report.
    var rows: [String: Int] {
        Dictionary(reports.map { ($0.report.name, $0.rowCounts.reduce(0, +)) }, uniquingKeysWith: +)
    }

    var rowCount: Int { reports.flatMap(\.rowCounts).reduce(0, +) }

    /// DESIGN.md 5.
    var exitCode: Int32 {
        if error != nil || !failedHooks.isEmpty { return 2 }
        return refusedCount > 0 || gaps.values.contains { !$0.isAccepted } ? 3 : 0
    }
}

extension Instant {
    func seconds(since start: Instant) -> Double {
        Double(ticks - start.ticks) / Double(Instant.ticksPerSecond)
    }
}
