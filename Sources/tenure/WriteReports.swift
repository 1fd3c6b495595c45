public import ArgumentParser
import Foundation
import Model
import Reports
import Resolution
import Store

struct WriteReports: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "write", abstract: "Write reports (what `tenure report NAME` does).")

    @OptionGroup var database: DatabaseOption
    @OptionGroup var catalogue: CatalogueOptions

    @Argument(help: "Names of reports. Default: all of them.")
    var names: [String] = []

    @Option(
        help: ArgumentHelp(
            "The moment that is judged; a date alone is the end of that day, UTC. Default: now.",
            valueName: "moment"), transform: Moment.init)
    var asOf: Moment?

    @Option(
        help: ArgumentHelp(
            "Where a comparison begins; a date alone is the beginning of that day. Default: the snapshot before.",
            valueName: "moment"), transform: Moment.init)
    var since: Moment?

    @Option(help: "Formats, joined by commas: html, csv, json.", transform: FormatList.init)
    var format: FormatList = .all

    @Option(help: ArgumentHelp("The folder for the files.", valueName: "folder"))
    var out = "out"

    @Option(
        help: "review: what catalogs and packages name, applications, directory roles; all: every group too.")
    var scope: AccessSelection.Scope = .review

    @Flag(help: "Show every status: what ended or failed, too.")
    var all = false

    @Option(
        help: ArgumentHelp("The moment that the report gives as its own. Default: now.", valueName: "moment"),
        transform: Moment.init)
    var generatedAt: Moment?

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp(
            "A parameter of a report; can be given several times.", valueName: "name=value"),
        transform: Setting.init)
    var settings: [Setting] = []

    @Flag(help: "Begin CSV files with a byte order mark, for old Excel.")
    var csvBom = false

    @Option(
        help: ArgumentHelp("At most so many rows of a table on a page; the CSV has all.", valueName: "rows"))
    var pageRows = 5000

    @Flag(help: "Tell on standard error how long loading, resolving and writing took, in processor time.")
    var timings = false

    @Flag(help: "List the reports and write none.")
    var list = false

    func validate() throws {
        if pageRows < 1 { throw ValidationError("--page-rows is at least 1") }
    }

    func run() throws {
        if list { return try printList() }
        let now = Clock.now
        let options = ReportRun.Options(
            formats: format.formats, selection: AccessSelection(scope: scope, everyStatus: all),
            generatedAt: generatedAt?.exact ?? now,
            format: FormatOptions(csvByteOrderMark: csvBom, pageRows: pageRows),
            parameters: Dictionary(settings.map { ($0.name, $0.value) }) { _, last in last },
            since: since?.exact)
        let wantedNames = try names.isEmpty ? catalogue.reports.names() : names.withoutRepeats
        let reports = try wantedNames.map(catalogue.reports.report)
        let folder = try OutputFolder(out)
        let store = try TenureDatabase.openForReading(database.path)
        let (results, openingTime) = try store.reading { connection in
            let moment = asOf?.instant ?? now
            if asOf == nil { ClockNote.tell(try SnapshotList(connection).snapshots, now: now) }
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
        for result in results {
            for file in result.files { print(file) }
        }
        if timings { tell(results.map(\.timings).reduce(Timings(loading: openingTime), +)) }
        try tell(results)
    }

    private func tell(_ timings: Timings) {
        let stages = [
            ("loading", timings.loading), ("resolving", timings.resolving), ("writing", timings.writing),
        ]
        for (name, seconds) in stages { Console.note("\(name) \(String(format: "%.3f", seconds)) s") }
    }

    private func printList() throws {
        let reports = try catalogue.reports.names().map(catalogue.reports.report)
        let width = reports.map(\.name.count).max() ?? 0
        for report in reports { print("\(report.name.padding(to: width))  \(report.title)") }
    }

    private func tell(_ results: [ReportRun.Result]) throws {
        let rows = results.map(\.rowCount).reduce(0, +)
        if let header = results.first?.header {
            let age =
                (header.asOf.ticks - (header.snapshots.last?.observedAt ?? header.asOf).ticks)
                / 864_000_000_000
            if age > 1 {
                Console.note(
                    "the moment is \(age) days after the last snapshot: what changed since is not known")
            }
            Console.note(
                "\(rows) rows as of \(header.asOf), observed \(header.snapshots.last?.observedAt.description ?? "")"
            )
        }
        var seen: Set<String> = []
        for need in results.flatMap(\.header.completeness) where need.state != .complete {
            guard seen.insert(need.need).inserted else { continue }
            Console.note("incomplete: \(need.need): \(need.detail)")
        }
        if !seen.isEmpty { throw ExitCode.incomplete }
    }
}

extension [String] {
    /// Each once, in its first place.
    fileprivate var withoutRepeats: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}

extension AccessSelection.Scope: ExpressibleByArgument {}
