/// Removes the packs and captures that are kept no longer.
struct RemovalStep {
    private let run: NightlyRun

    init(_ run: NightlyRun) {
        self.run = run
    }

    func run(_ tally: inout RunTally) throws {
        let start = run.surroundings.now()
        if let kept = run.config.packs.kept {
            tally.removedPacks = try remove(run.config.packs.folder, kept)
        }
        if let kept = run.config.keptCaptures {
            for case .pull(let source) in run.config.sources {
                tally.removedCaptures += try remove(source.folder, kept)
            }
        }
        tally.took(.removal, from: start, to: run.surroundings.now())
    }

    /// - Returns: how many are gone.
    private func remove(_ root: String, _ retention: Retention) throws -> Int {
        let result = try FolderRemoval(folders: DatedFolders(root)).run(
            retention, now: run.surroundings.now())
        for name in result.removed { run.log(.info, .removal, "\(root)/\(name): removed") }
        for (folder, files) in result.left {
            run.log(
                .warning, .removal,
                "\(folder): \(files) files in it were not written by a run, or were changed since; they stay, and "
                    + "the folder is not looked at again")
        }
        return result.removed.count
    }
}
