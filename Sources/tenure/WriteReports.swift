import ArgumentParser
import Model
import Reports
import Store

struct WriteReports: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "write", abstract: "Write reports (what `tenure report NAME` does).")

    @OptionGroup var database: DatabaseOption
    @OptionGroup var catalogue: CatalogueOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var page: PageOptions

    @Argument(help: "Names of reports. Default: all that ask for nothing, as a pack with an index.")
    var names: [String] = []

    @Flag(help: "Tell on standard error how long loading, resolving and writing took, in processor time.")
    var timings = false

    @Flag(help: "List the reports and write none.")
    var list = false

    func run() throws {
        if list { return try printList() }
        let now = Clock.now
        let reports =
            try names.isEmpty
            ? catalogue.reports.all()
            : catalogue.reports.reports(names.withoutRepeats, writing.run(now: now).parameters)
        let templates = try page.templates()
        if writing.format.formats.contains(.html) { templates.readAhead() }
        let folder = try OutputFolder(writing.out)
        let store = try TenureDatabase.openForReading(database.path)
        let notes = try store.reading { connection in
            if writing.asOf == nil { ClockNote.tell(try SnapshotList(connection).snapshots, now: now) }
            return names.isEmpty
                ? try writePack(of: reports, connection, now, into: folder, templates)
                : try write(reports, connection, now, into: folder, templates)
        }
        Console.progressDone()
        for file in notes.files { print(file) }
        if timings { notes.tellTimings() }
        try notes.tell()
    }

    private func write(
        _ reports: [Report], _ connection: Connection, _ now: Instant, into folder: OutputFolder,
        _ templates: Templates
    ) throws -> ReportNotes {
        let run = try run(reports, connection, now, writing.run(now: now))
        let results = try reports.map { report in
            try run.write(report, into: folder, templates: templates) { [name = report.name] rows in
                Console.progress("\(name): \(rows) rows")
            }
        }
        return ReportNotes(results: results, openingTime: run.openingTime)
    }

    private func writePack(
        of reports: [Report], _ connection: Connection, _ now: Instant, into folder: OutputFolder,
        _ templates: Templates
    ) throws -> ReportNotes {
        let options = writing.run(now: now)
        let choice = try PackChoice(reports, connection, at: writing.asOf?.instant ?? now, options)
        let run = try run(choice.reports, connection, now, options)
        let result = try Pack(choice, templates: templates).write(run, into: folder) { name, rows in
            Console.progress("\(name): \(rows) rows")
        }
        return ReportNotes(result, choice, openingTime: run.openingTime)
    }

    private func run(
        _ reports: [Report], _ connection: Connection, _ now: Instant, _ options: ReportRun.Options
    ) throws -> ReportRun {
        try ReportRun(
            connection, path: database.path, at: writing.asOf?.instant ?? now, options, for: reports)
    }

    private func printList() throws {
        let reports = try catalogue.reports.all()
        let width = reports.map(\.name.count).max() ?? 0
        for report in reports { print("\(report.name.padding(to: width))  \(report.title)") }
    }
}

extension [String] {
    /// Each once, in its first place.
    var withoutRepeats: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
