import Foundation
import GraphClient
import GraphImport
import Model

/// Reads a tenant into a capture by date, and imports that.
struct PullStep {
    private let run: NightlyRun
    private let source: PullSource
    /// A pull that was cut off so long ago speaks of a moment that is past.
    private static let resumableTicks = 12 * 3600 * Instant.ticksPerSecond

    init(_ run: NightlyRun, _ source: PullSource) {
        self.run = run
        self.source = source
    }

    /// Whether there is a way to sign in.
    func check() throws {
        _ = try credential()
        _ = try source.cloud(run.surroundings.environment)
    }

    func run(_ tally: inout RunTally) async throws {
        let start = run.surroundings.now()
        let folders = try DatedFolders(source.folder)
        let before = try resumable(folders)
        var record = try before ?? FolderRecord(folders.freeName(at: start), begun: start)
        try folders.write(record)
        let folder = folders.path(record.name)
        let summary = try await pull(
            into: folder, resume: before != nil && FileManager.default.fileExists(atPath: folder), start)
        if let summary {
            tell(summary, folder)
            tally.lacking += summary.collections.filter { $0.lacks != nil }.map(\.path)
        }
        try record.finish(folder, at: run.surroundings.now())
        try folders.write(record)
        tally.took(.pull, from: start, to: run.surroundings.now())
        try ImportStep(run).run(ImportSource(paths: [folder], completeness: .asTold), &tally)
    }

    /// What failed is said by the import, with what hangs on it.
    private func tell(_ summary: PullSummary, _ folder: String) {
        run.log(
            .info, .pull, "\(summary.itemCount) objects on \(summary.pageCount) pages into \(folder)")
        for collection in summary.collections {
            for words in [collection.lacks.map { "lacking: " + $0 }, collection.note].compactMap(\.self) {
                run.log(.info, .pull, "\(collection.path): \(words)")
            }
            for path in collection.gone { run.log(.info, .pull, "\(path): gone while the pull went on") }
        }
    }

    /// - Returns: nil where the pull before was done, and only its import was not.
    private func pull(into folder: String, resume: Bool, _ start: Instant) async throws -> PullSummary? {
        let transport = URLSessionTransport()
        defer { transport.close() }
        let tokens = TokenSource(
            try credential(), cloud: try source.cloud(run.surroundings.environment), transport: transport
        ) { [run] in run.log(.warning, .pull, $0) }
        let audits = source.audits.map { ReportOrder.Since.ago($0).moment(before: start) }
        let options = PullOptions(
            folder: folder, resume: resume,
            collections: try GraphCollections.chosen(source.collections, auditsSince: audits),
            known: source.followsChanges ? try KnownCollections.read(run.config.database) : nil,
            tool: run.surroundings.tool)
        do {
            let pull = try await Pull(options, tokens: tokens, transport: transport) { [run] path, items in
                run.surroundings.progress { "\(path): \(items)" }
            }
            return try await pull.run()
        } catch GraphClientError.captureIsFinished {
            return nil
        }
    }

    /// The newest capture, where it was cut off not long ago.
    private func resumable(_ folders: DatedFolders) throws -> FolderRecord? {
        guard let last = try folders.all().last, last.finished == nil, let begun = last.beganAt,
            run.surroundings.now().ticks - begun.ticks < PullStep.resumableTicks
        else { return nil }
        run.log(.info, .pull, "going on with the pull of \(last.begun) that was cut off")
        return last
    }

    private func credential() throws -> Credential {
        do {
            return try source.credential(run.surroundings.environment)
        } catch let error as SecretFileError {
            throw NightlyError.secretFile(error.description)
        }
    }
}
