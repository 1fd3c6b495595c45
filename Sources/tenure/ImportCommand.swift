import ArgumentParser
import GraphImport
import Model
import Store

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Takes exports into the database as one snapshot.")

    @OptionGroup var database: DatabaseOption
    @Argument(help: "Files and folders of exports.") var paths: [String]
    @Option(help: "When the exports were taken.") var observedAt: Moment?
    @Flag(help: "Takes every list as complete.") var complete = false
    @Flag(help: "Takes nothing as complete: nothing is closed.") var partial = false

    func run() throws {
        let options = ImportOptions(
            paths: paths, observedAt: observedAt?.instant,
            completeness: complete ? .complete : partial ? .partial : .asTold, now: Clock.now,
            tool: "tenure " + Version.text)
        let store = try TenureDatabase.openForWriting(database.path)
        let summary = try Importer.run(options, into: store)
        try store.close()
        print(summary.observedAt, summary.counts.map { "\($0.entity) \($0.items)" }, summary.closedCount)
        for remark in summary.remarks { print(remark.kind, remark.place, remark.reason) }
    }
}
