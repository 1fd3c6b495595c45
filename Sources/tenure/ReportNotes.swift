import ArgumentParser
import Foundation
import Model
import Reports

/// Tells on standard error what was written, and ends with the exit code that says whether it is complete.
struct ReportNotes {
    let results: [ReportRun.Result]

    /// - Throws: `ExitCode.incomplete` when something that a report needs is not whole.
    func tell() throws {
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
        let rows = results.map(\.rowCount).reduce(0, +)
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

    /// - Parameter opening: how long it took to open the state, in seconds of processor time.
    func tellTimings(opening: Double) {
        let timings = results.map(\.timings).reduce(Timings(loading: opening), +)
        let stages = [
            ("loading", timings.loading), ("resolving", timings.resolving), ("writing", timings.writing),
        ]
        for (name, seconds) in stages { Console.note("\(name) \(String(format: "%.3f", seconds)) s") }
    }
}
