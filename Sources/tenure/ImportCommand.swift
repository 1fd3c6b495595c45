import ArgumentParser
import GraphImport

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take exports of Microsoft Graph into the database, as one snapshot.",
        discussion: """
            Reads every file below the paths, whatever it is called: pages ({"value": […]}), lists, single objects, \
            JSON lines, plain or gzip, of Graph, az, Graph PowerShell, EntraExporter, Azure Monitor and Log Analytics; \
            tables in CSV (review history reports, downloads of assignments and members, lists of the personnel \
            department); and zip and tar archives of any of these, without unpacking them to disk. What a file holds \
            is told by its content and by the request path that its folders spell, such as groups/<id>/members.json. \
            A broken file is refused with line and column, the others go on; an archive with anything that an honest \
            one does not have is refused as a whole.

              tenure import exports/
              tenure import exports.zip
              tenure import exports/2026-06 --observed-at 2026-06-30T22:00:00Z --db audit.sqlite
              tenure import users.json groups.json --partial
              tenure import exports/ --dry-run

            Importing the same files again changes nothing. What a complete collection no longer holds is closed, \
            never deleted. Ends with 3 when a file was refused or a collection is incomplete.

            --dry-run tells what an import would take and what it would not, and how it would end: it imports into a \
            copy of the database, below TMPDIR, that is thrown away.
            """)

    @OptionGroup var database: DatabaseOption

    @Argument(help: "Files and folders of exports.")
    var paths: [String]

    @Option(
        help: ArgumentHelp(
            "When the exports were taken. Default: the time of the newest file.", valueName: "moment"),
        transform: Moment.init)
    var observedAt: Moment?

    @Flag(help: "Take lists without pages as whole, however much that closes.")
    var complete = false

    @Flag(help: "Take nothing as whole: nothing is closed.")
    var partial = false

    @Flag(help: "Tell what would be imported, left aside, incomplete and unknown; write nothing.")
    var dryRun = false

    @Option(
        help: ArgumentHelp(
            "Say nothing of these fields and types that are not imported, joined by commas, such as "
                + "user.assignedPlans,devices.",
            valueName: "names"))
    var ignore: String?

    @OptionGroup var unpacking: UnpackingOptions

    func validate() throws {
        if complete && partial { throw ValidationError("--complete and --partial exclude each other") }
    }

    func run() throws {
        try Importing(
            ImportOptions(
                paths: paths, observedAt: observedAt?.exact,
                completeness: complete ? .complete : partial ? .partial : .asTold,
                ignored: Set((ignore ?? "").split(separator: ",").map(String.init)),
                unpacking: unpacking.limits, now: Clock.now,
                tool: "tenure " + Version.text), database: database.path, isDryRun: dryRun
        ).run()
    }
}
