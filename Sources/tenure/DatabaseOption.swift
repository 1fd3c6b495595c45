import ArgumentParser
import Foundation

struct DatabaseOption: ParsableArguments {
    @Option(
        name: .customLong("db"),
        help: ArgumentHelp("The database. Default: TENURE_DB, else tenure.sqlite here.", valueName: "file"))
    var given: String?

    var path: String {
        given ?? ProcessInfo.processInfo.environment["TENURE_DB"] ?? "tenure.sqlite"
    }
}
