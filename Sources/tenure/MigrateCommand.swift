import ArgumentParser
import Foundation
import Store

struct MigrateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Bring a database of an older tenure up to date, keeping a copy of it beside it.",
        discussion: """
            An import does so by itself; this is for reporting from an old database without importing.

              tenure migrate --db audit-2026.sqlite
            """)

    @OptionGroup var database: DatabaseOption

    func run() throws {
        guard FileManager.default.fileExists(atPath: database.path) else {
            throw StoreError.missing(path: database.path)
        }
        let store = try TenureDatabase.openForWriting(database.path)
        try store.close()
        print(store.earlierCopy.map(MigrateCommand.words) ?? "\(database.path) is up to date")
    }

    static func words(_ copy: String) -> String {
        "brought up to date for this version of tenure; the database as it was is kept in \(copy)"
    }
}
