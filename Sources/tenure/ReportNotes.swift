import ArgumentParser
import Foundation
import Model
import Reports

/// Tells on standard error what was written, and ends with the exit code that says whether it is complete.
struct ReportNotes {
    let files: [String]
    private let results: [ReportRun.Result]
    /// How long it took to open the state, in seconds of processor time.
    private let openingTime: Double
    /// What is to be told besides, a line each.
    private let remarks: [String]

    init(results: [ReportRun.Result], openingTime: Double) {
        files = results.flatMap(\.files)
        self.results = results
        self.openingTime = openingTime
        remarks = []
    }

    init(_ pack: Pack.Result, _ choice: PackChoice, openingTime: Double) {
        files = pack.files
        results = pack.reports
        self.openingTime = openingTime
        var remarks = choice.leftOut.map { "left out: \($0.report.name); to get it: \($0.command)" }
        if !pack.others.isEmpty {
            remarks.append("not of this pack, left where they are: " + pack.others.joined(separator: ", "))
        }
        self.remarks = remarks
    }

    /// - Throws: `ExitCode.incomplete` when something that a report needs is not whole.
    func tell() throws {
        for remark in remarks { Console.note(remark) }
        tellRows()
        var seen: Set<String> = []
        for need in results.flatMap(\.header.completeness) where need.state != .complete {
            guard seen.insert(need.need).inserted else { continue }
            Console.note("incomplete: \(need.need): \(need.detail)")
        }
        if !seen.isEmpty { throw ExitCode.incomplete }
    }

    private func tellRows() {
        guard let header = results.first?.header else { return }
        let rows = results.flatMap(\.rowCounts).reduce(0, +)
        let age =
            (header.asOf.ticks - (header.snapshots.last?.observedAt ?? header.asOf).ticks) / 864_000_000_000
        if age > 1 {
            Console.note(
                "the moment is \(age) days after the last snapshot: what changed since is not known")
        }
        Console.note(
            "\(rows) rows as of \(header.asOf), observed \(header.snapshots.last?.observedAt.description ?? "")"
        )
    }

    func tellTimings() {
        let timings = results.map(\.timings).reduce(Timings(loading: openingTime), +)
        let stages = [
            ("loading", timings.loading), ("resolving", timings.resolving), ("writing", timings.writing),
        ]
        for (name, seconds) in stages { Console.note("\(name) \(String(format: "%.3f", seconds)) s") }
    }
}
