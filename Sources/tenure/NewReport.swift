import ArgumentParser
import Reports

struct NewReport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Begin a report of your own: writes a commented file to start from.",
        discussion: """
              tenure report new ends --to my-reports
              tenure report check my-reports/ends.yaml
              tenure report ends --reports-dir my-reports
            """)

    @Argument(help: "The report's name: small letters, digits and -.")
    var name: String

    @Option(
        help: ArgumentHelp("The folder for the file; it is made where there is none.", valueName: "folder"))
    var to = "."

    func run() throws {
        print(try ReportSkeleton.write(name, into: to))
    }
}
