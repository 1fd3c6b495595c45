import Foundation
import Model

/// Removes what is kept no longer: of each folder the files that a run wrote and nobody changed since, then the
/// folders that are empty by that. Anything else stays where it is.
struct FolderRemoval {
    let folders: DatedFolders

    struct Result {
        /// Names of folders that are gone.
        var removed: [String] = []
        /// Folders that are not, and how many files in them are not ours.
        var left: [(folder: String, files: Int)] = []
    }

    func run(_ retention: Retention, now: Instant) throws -> Result {
        let records = try folders.all()
        let whole = records.filter { $0.finished != nil }
        // What was given up is of no use once there is something whole after it.
        let interrupted = records.filter { record in
            record.finished == nil && whole.contains { $0.begun > record.begun }
        }
        var result = Result()
        for record in interrupted + old(whole, retention, now) {
            let folder = folders.path(record.name)
            // Taken away by somebody else: there is nothing left to remove.
            guard FolderFiles.kind(folder) == S_IFDIR else {
                folders.forget(record)
                continue
            }
            let files = record.finished == nil ? try FolderFiles.ofCapture(folder) : record.files
            let left = remove(files, from: folder)
            if left == 0 { result.removed.append(record.name) } else { result.left.append((folder, left)) }
            folders.forget(record)
        }
        return result
    }

    private func old(_ whole: [FolderRecord], _ retention: Retention, _ now: Instant) -> [FolderRecord] {
        switch retention {
        case .newest(let count): return Array(whole.dropLast(count))
        case .last(let duration):
            let cut = ReportOrder.Since.ago(duration).moment(before: now)
            return whole.dropLast().filter { $0.beganAt.map { $0 < cut } ?? false }
        }
    }

    /// - Returns: how much is left in it.
    private func remove(_ files: [FolderRecord.File], from folder: String) -> Int {
        for file in files where isOurs(file, in: folder) { unlink(folder + "/" + file.path) }
        // From the inside out; one that is not empty stays.
        for place in FolderRemoval.folders(of: files) { rmdir(folder + "/" + place) }
        return rmdir(folder) == 0 ? 0 : max(1, FolderRemoval.count(folder))
    }

    /// The folders within the folder that these files lie in, the longest path first.
    private static func folders(of files: [FolderRecord.File]) -> [String] {
        var folders: Set<String> = []
        for file in files {
            var parts = file.path.split(separator: "/").dropLast()
            while !parts.isEmpty {
                folders.insert(parts.joined(separator: "/"))
                parts.removeLast()
            }
        }
        return folders.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    }

    /// A regular file in real folders with the very bytes that were written.
    private func isOurs(_ file: FolderRecord.File, in folder: String) -> Bool {
        var place = folder
        for part in file.path.split(separator: "/").dropLast() {
            place += "/" + part
            guard FolderFiles.kind(place) == S_IFDIR else { return false }
        }
        let path = folder + "/" + file.path
        return FolderFiles.kind(path) == S_IFREG && FolderFiles.hash(path) == file.sha256
    }

    /// How many files, links and the like are in it, at any depth.
    private static func count(_ folder: String) -> Int {
        // Unreadable counts as one thing that is left.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [""]
        return names.map { name in
            let path = folder + "/" + name
            return !name.isEmpty && FolderFiles.kind(path) == S_IFDIR ? count(path) : 1
        }.reduce(0, +)
    }
}

extension FolderFiles {
    /// Of a capture that was given up, what a pull writes.
    fileprivate static func ofCapture(_ folder: String) throws -> [FolderRecord.File] {
        try all(in: folder).filter { file in
            file.path.hasSuffix(".json.gz") || file.path.hasPrefix(".writing/")
                || ["capture.json", "requests.jsonl"].contains(file.path)
        }
    }
}
