import ArgumentParser
import GraphImport
import Model
import Store

/// One import, with what it says on the way and at the end.
struct Importing {
    private let importer: Importer
    private let now: Instant
    private let database: String
    private let isDryRun: Bool

    /// - Parameter isDryRun: whether a copy of the database takes it in, which is thrown away.
    init(_ options: ImportOptions, database: String, isDryRun: Bool = false) {
        // It looks for files while the database is opened.
        importer = Importer(options)
        now = options.now
        self.database = database
        self.isDryRun = isDryRun
    }

    /// - Throws: `ExitCode.incomplete` when a file was refused or a collection is incomplete.
    func run() throws {
        let summary =
            isDryRun ? try TenureDatabase.rehearsing(database) { try take(into: $0) } : try importing()
        Console.progressDone()
        print(ImportText(summary, database: isDryRun ? nil : database).text)
        if !summary.isComplete { throw ExitCode.incomplete }
    }

    private func take(into store: TenureDatabase) throws -> ImportSummary {
        ClockNote.tell(try store.reading { try SnapshotList($0).snapshots }, now: now)
        return try importer.run(into: store) { file, index, count in
            Console.progress("\(index + 1) of \(count) files: \(file())")
        }
    }

    private func importing() throws -> ImportSummary {
        let store = try TenureDatabase.openForWriting(database)
        if let copy = store.earlierCopy { Console.note(MigrateCommand.words(copy)) }
        let summary: ImportSummary
        do {
            summary = try take(into: store)
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
        return summary
    }
}
