public import ArgumentParser
import Model
import Reports
import Resolution

/// What the files of reports hold, what they look like and where they go.
struct WritingOptions: ParsableArguments {
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

    @Option(help: "Formats, joined by commas: html, csv, json, jsonl, xlsx.", transform: FormatList.init)
    var format: FormatList = .standard

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

    @OptionGroup var subjects: SubjectOptions

    @Flag(help: "Begin CSV files with a byte order mark, for old Excel.")
    var csvBom = false

    @Option(
        help: ArgumentHelp("At most so many rows of a table on a page; the CSV has all.", valueName: "rows"))
    var pageRows = 5000

    func validate() throws {
        if pageRows < 1 { throw ValidationError("--page-rows is at least 1") }
    }

    /// What a run is to do, begun at the moment `now`.
    func run(now: Instant) -> ReportRun.Options {
        ReportRun.Options(
            formats: format.formats, selection: AccessSelection(scope: scope, everyStatus: all),
            generatedAt: generatedAt?.exact ?? now,
            format: FormatOptions(csvByteOrderMark: csvBom, pageRows: pageRows),
            parameters: Dictionary(settings.map { ($0.name, $0.value) }) { _, last in last }
                .merging(subjects.parameters) { _, last in last },
            since: since?.exact)
    }
}

extension AccessSelection.Scope: ExpressibleByArgument {}
