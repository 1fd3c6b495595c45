import Foundation
import Model
import Reports
import Store

/// Writes the reports into a folder of this day, which appears whole, and makes `latest` lead to it.
struct PackStep {
    private let run: NightlyRun
    private var settings: PackSettings { run.config.packs }

    init(_ run: NightlyRun) {
        self.run = run
    }

    /// A pack in its place.
    struct Written {
        let folders: DatedFolders
        private(set) var record: FolderRecord

        var folder: String { folders.path(record.name) }

        init(_ folders: DatedFolders, _ record: FolderRecord) {
            self.folders = folders
            self.record = record
        }

        /// Takes down what is in it, with what hooks put there.
        func finish(at moment: Instant) throws {
            var record = record
            try record.finish(folder, at: moment)
            try folders.write(record)
        }
    }

    func run(_ tally: inout RunTally) throws -> Written {
        let now = run.surroundings.now()
        let folders = try DatedFolders(settings.folder)
        let part = folders.path(".tenure-run.part")
        // What a killed run left behind; this one holds the lock.
        if FileManager.default.fileExists(atPath: part) { try FileManager.default.removeItem(atPath: part) }
        do {
            for order in settings.orders {
                tally.add(try write(order, into: try OutputFolder(part), now), accepting: run.config.accepted)
            }
        } catch {
            // What went wrong first is what counts; the next run removes what this leaves.
            try? FileManager.default.removeItem(atPath: part)
            throw error
        }
        let written = Written(folders, try FolderRecord(folders.freeName(at: now), begun: now))
        guard rename(part, written.folder) == 0 else { throw NightlyError.cannotWrite(written.folder) }
        try written.finish(at: run.surroundings.now())
        try folders.pointLatest(to: written.record.name)
        tally.pack = written.folder
        for gap in tally.gaps.sorted(by: { $0.key < $1.key }) {
            run.log(
                gap.value.isAccepted ? .info : .warning, .report,
                (gap.value.isAccepted ? "known gap: " : "incomplete: ") + "\(gap.key): \(gap.value.detail)")
        }
        tally.took(.report, from: now, to: run.surroundings.now())
        return written
    }

    private func write(_ order: ReportOrder, into folder: OutputFolder, _ now: Instant) throws
        -> [ReportRun.Result]
    {
        let options = ReportRun.Options(
            formats: order.formats ?? settings.formats, selection: settings.selection, generatedAt: now,
            format: settings.format, parameters: order.parameters, since: order.since?.moment(before: now))
        let store = try TenureDatabase.openForReading(run.config.database)
        return try store.reading { connection in
            let progress: @Sendable (String, Int) -> Void = { [run] name, rows in
                run.surroundings.progress { "\(name): \(rows) rows" }
            }
            guard let name = order.report else {
                let choice = try PackChoice(
                    settings.catalogue.all(), connection, at: now, options)
                let run = try ReportRun(
                    connection, path: store.path, at: now, options, for: choice.reports)
                return try Pack(choice, templates: settings.templates).write(
                    run, into: folder, progress: progress
                )
                .reports
            }
            let reports = try settings.catalogue.reports([name], order.parameters)
            let run = try ReportRun(connection, path: store.path, at: now, options, for: reports)
            return try reports.map { report in
                try run.write(report, into: folder, templates: settings.templates) { [name = report.name] in
                    progress(name, $0)
                }
            }
        }
    }
}
