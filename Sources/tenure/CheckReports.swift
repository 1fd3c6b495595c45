import ArgumentParser
import GraphImport
import Reports
import Store

struct CheckReports: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Tell what is wrong with report files of your own.",
        discussion: """
              tenure report check my-reports/ends.yaml
              tenure report check my-reports/*.yaml --db audit.sqlite

            Reads only. Without --db the queries are prepared against an empty database; with it they run, and every \
            value is held against the type of its column. Ends with 1 when something is wrong.
            """)

    @Argument(help: ArgumentHelp("The files.", valueName: "file"))
    var files: [String]

    @Option(help: ArgumentHelp("A database to run the queries on.", valueName: "file"))
    var db: String?

    func run() throws {
        var isFaulty = false
        for file in files {
            let store = try db.map(TenureDatabase.openForReading) ?? TenureDatabase.empty()
            let faults = try store.reading { connection in
                try ReportCheck(connection, path: store.path, entities: EntityDocumentation.names)
                    .faults(of: file, runs: db != nil)
            }
            for fault in faults { print(fault.description.singleLine) }
            if faults.isEmpty { print("\(file.singleLine): nothing wrong") }
            isFaulty = isFaulty || !faults.isEmpty
        }
        if isFaulty { throw ExitCode.faults }
    }
}
