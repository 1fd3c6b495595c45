import Foundation

/// A hidden folder in which files are made that take their places together.
final class StagingFolder {
    let folder: OutputFolder
    private let target: OutputFolder

    /// What a killed run left behind goes; the caller sees to it that there is no other run.
    init(in target: OutputFolder) throws {
        let path = target.path + "/.pack.part"
        if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
        self.target = target
        folder = try OutputFolder(path)
    }

    deinit {
        // One by one: a writer that was given up may just now remove its own. What cannot go, the next run removes.
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [] {
            unlink(folder.path + "/" + name)
        }
        rmdir(folder.path)
    }

    /// Puts the files in the place of the old ones.
    func publish(_ names: [String]) throws(ReportsError) {
        for name in names { try target.take(name, from: folder) }
    }
}
