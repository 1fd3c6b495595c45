import Model
public import Store

/// Imports files and folders as one snapshot.
public struct Importer {
    /// Clocks differ; a day is more than they do.
    private static let dayInTicks = 86_400 * Instant.ticksPerSecond

    private let options: ImportOptions
    private let walk: WalkAhead

    /// Begins to look for the files, while the database is being opened.
    public init(_ options: ImportOptions) {
        self.options = options
        walk = WalkAhead(below: options.paths, unpacking: options.unpacking)
    }

    /// Reads everything below the paths into the database: wholly, or not at all.
    ///
    /// - Parameter progress: told of each file before it is taken, as a path that is put together when it is asked
    ///   for, with its place among all.
    /// - Throws: `ImportError`, `StoreError`. Broken files do not throw: they are refused, counted and said.
    public func run(
        into database: TenureDatabase,
        progress: @escaping (_ file: () -> String, _ index: Int, _ count: Int) -> Void = { _, _, _ in }
    ) throws -> ImportSummary {
        let walk = try walk.result()
        let captures = CaptureSet(walk.files)
        let dates = FileDates(captures, now: options.now)
        let newestFile = captures.files.map(\.modifiedAt).max() ?? options.now
        let observedAt = options.observedAt ?? captures.observedAt ?? dates.newestDay ?? newestFile
        let observedBy =
            options.observedAt != nil
            ? "--observed-at"
            : captures.observedAt != nil
                ? "time of the pull" : dates.newestDay != nil ? "SnapshotDate" : "time of the newest file"
        let files = dates.ordered(observedAt)
        guard observedAt.ticks <= options.now.ticks + Importer.dayInTicks else {
            throw ImportError.future(observedAt, observedBy, now: options.now)
        }
        return try database.importing { connection in
            let newest = try SnapshotList(connection).newestState?.observedAt
            let eventsOnly = newest.map { observedAt < $0 } ?? false
            let writer = try SnapshotWriter(
                connection, observedAt: observedAt, observedBy: observedBy, importedAt: options.now,
                eventsOnly: eventsOnly, tool: options.tool)
            let pages = try PageBook(
                connection, mapping: PageMapping.text(tool: options.tool), isOpen: !eventsOnly)
            let run = ImportRun(
                writer: writer, eventsOnly: eventsOnly, files: files, pages: pages, ignored: options.ignored
            ) {
                let file = files[$0]
                progress({ file.path }, $0, files.count)
            }
            for remark in walk.remarks { run.remark(remark.kind, remark.place, remark.reason) }
            for older in dates.overtaken {
                run.remark(
                    .incomplete, older.place,
                    "observed at \(older.at), before others of this import: what was gone since stays; "
                        + "import them one after the other, the oldest first")
            }
            try HarvestCrew(files, eventsOnly: eventsOnly, known: KnownPages(pages)).harvest(run.take)
            if let newest, run.refusedState > 0 {
                run.remark(
                    .refused, "state of \(observedAt)",
                    "\(run.refusedState) objects: an import observed before the newest snapshot "
                        + "(\(newest)) brings events only")
            }
            guard run.counts.values.contains(where: { $0.items > 0 || $0.files > 0 }) else {
                throw ImportError.nothingKnown(ImportRun.reasons(run.remarks))
            }
            if let newest, run.counts.values.allSatisfy({ $0.items == 0 }), run.refusedState > 0 {
                throw ImportError.onlyOlderState(observed: observedAt, newest: newest)
            }
            for capture in captures.captures { try run.note(capture) }
            let closed = try run.finish(captures.isFinished ? options.completeness : .partial)
            return ImportSummary(
                snapshot: Int(writer.number), observedAt: observedAt, observedBy: observedBy,
                counts: run.countsByEntity(), remarks: run.remarks, ignoredCount: run.ignoredCount,
                fileCount: files.count, knownFileCount: run.pages.recalledCount, closedCount: closed)
        }
    }
}
