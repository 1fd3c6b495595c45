import GraphImport
import Model
import Store

/// Takes exports or a capture into the database, as one snapshot.
struct ImportStep {
    private let run: NightlyRun
    /// So many remarks are said; the rest are counted.
    private static let shownRemarks = 20

    init(_ run: NightlyRun) {
        self.run = run
    }

    func run(_ source: ImportSource, _ tally: inout RunTally) throws {
        let start = run.surroundings.now()
        let importer = Importer(
            ImportOptions(
                paths: source.paths, completeness: source.completeness, now: start,
                tool: run.surroundings.tool))
        let store = try TenureDatabase.openForWriting(run.config.database)
        if let copy = store.earlierCopy {
            run.log(.warning, .import, "the database was brought up to date; as it was it is kept in \(copy)")
        }
        let summary: ImportSummary
        do {
            summary = try importer.run(into: store) { [run] file, index, count in
                run.surroundings.progress { "\(index + 1) of \(count) files: \(file())" }
            }
        } catch {
            // What went wrong first is what counts.
            try? store.abandon()
            throw error
        }
        do {
            try store.close()
        } catch {
            // The snapshot counts all the same.
            run.log(.warning, .import, "imported, but a log is left beside the database: \(error)")
        }
        tell(summary)
        tally.add(summary, accepting: run.config.accepted)
        tally.took(.import, from: start, to: run.surroundings.now())
    }

    private func tell(_ summary: ImportSummary) {
        run.log(
            .info, .import,
            "snapshot \(summary.snapshot), observed at \(summary.observedAt): \(summary.itemCount) objects from "
                + "\(summary.fileCount) files")
        let gaps = Set(summary.counts.filter { $0.incomplete > 0 }.map(\.entity))
        let isAccepted = gaps.isSubset(of: run.config.accepted)
        for kind in Remark.Kind.allCases {
            let remarks = summary.remarks.filter { $0.kind == kind }
            let level = kind.level(isAccepted: isAccepted)
            for remark in remarks.prefix(ImportStep.shownRemarks) {
                run.log(level, .import, "\(kind.label): \(remark.place): \(remark.reason)")
            }
            let rest = remarks.count - ImportStep.shownRemarks
            if rest > 0 {
                run.log(
                    level, .import, "\(kind.label): \(rest) more; `tenure status --remarks` lists them all")
            }
        }
    }
}

extension Remark.Kind {
    /// A refused file and a gap that nobody accepted are told to somebody; what is left aside each night is not.
    fileprivate func level(isAccepted: Bool) -> LogEntry.Level {
        switch self {
        case .refused: .warning
        case .incomplete: isAccepted ? .info : .warning
        case .leftAside, .unknown: .info
        }
    }
}
