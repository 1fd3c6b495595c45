import ArgumentParser
import GraphImport
import Model
import Store

/// One import, with what it says on the way and at the end.
struct Importing {
    private let importer: Importer
    private let now: Instant
    private let database: String

    init(_ options: ImportOptions, database: String) {
        // It looks for files while the database is opened.
        importer = Importer(options)
        now = options.now
        self.database = database
    }

    /// - Throws: `ExitCode.incomplete` when a file was refused or a collection is incomplete.
    func run() throws {
        let store = try TenureDatabase.openForWriting(database)
        if let copy = store.earlierCopy { Console.note(MigrateCommand.words(copy)) }
        ClockNote.tell(try store.reading { try SnapshotList($0).snapshots }, now: now)
        let summary: ImportSummary
        do {
            summary = try importer.run(into: store) { file, index, count in
                Console.progress("\(index + 1) of \(count) files: \(file)")
            }
        } catch {
            // What went wrong first is what counts.
            try? store.abandon()
            throw error
        }
        do {
            try store.close()
        } catch {
            // The snapshot counts all the same.
            Console.note(
                "imported, but a log is left beside the database; the next import folds it in: \(error)")
        }
        Console.progressDone()
        print(ImportText(summary, database: database).text)
        if !summary.isComplete { throw ExitCode.incomplete }
    }
}
