public import ArgumentParser
import Reports
import Store

struct WriteReports: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "write", abstract: "Write reports (what `tenure report NAME` does).")

    @OptionGroup var database: DatabaseOption
    @OptionGroup var catalogue: CatalogueOptions
    @OptionGroup var writing: WritingOptions

    @Argument(help: "Names of reports. Default: all of them.")
    var names: [String] = []

    @Flag(help: "Tell on standard error how long loading, resolving and writing took, in processor time.")
    var timings = false

    @Flag(help: "List the reports and write none.")
    var list = false

    func run() throws {
        if list { return try printList() }
        let now = Clock.now
        let options = writing.run(now: now)
        let reports =
            try names.isEmpty
            ? catalogue.reports.all() : names.withoutRepeats.map(catalogue.reports.report)
        let folder = try OutputFolder(writing.out)
        let store = try TenureDatabase.openForReading(database.path)
        let (results, openingTime) = try store.reading { connection in
            let moment = writing.asOf?.instant ?? now
            if writing.asOf == nil { ClockNote.tell(try SnapshotList(connection).snapshots, now: now) }
            let wanted =
                names.isEmpty ? try ReportRun.possible(reports, connection, at: moment, options) : reports
            for report in reports where !wanted.contains(report) {
                Console.note("left out: \(report.name): there is no earlier snapshot to compare with")
            }
            let run = try ReportRun(connection, path: database.path, at: moment, options, for: wanted)
            let results = try wanted.map { report in
                try run.write(report, into: folder, templates: Templates()) { [name = report.name] rows in
                    Console.progress("\(name): \(rows) rows")
                }
            }
            return (results, run.openingTime)
        }
        Console.progressDone()
        for file in results.flatMap(\.files) { print(file) }
        let notes = ReportNotes(results: results)
        if timings { notes.tellTimings(opening: openingTime) }
        try notes.tell()
    }

    private func printList() throws {
        let reports = try catalogue.reports.all()
        let width = reports.map(\.name.count).max() ?? 0
        for report in reports { print("\(report.name.padding(to: width))  \(report.title)") }
    }
}

extension [String] {
    /// Each once, in its first place.
    fileprivate var withoutRepeats: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
