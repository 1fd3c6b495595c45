import Foundation
import Model

/// A folder of folders, one a night, named by its day: packs or captures.
///
/// What was written here is kept in records beside (`.tenure-run/<name>.json`), file by file with its hash, so that
/// only that is ever removed.
struct DatedFolders {
    static let latest = "latest"
    let root: String
    private var records: String { root + "/.tenure-run" }

    /// Makes the folder, open to its owner only.
    init(_ root: String) throws {
        self.root = root
        do {
            try FileManager.default.createDirectory(
                atPath: records, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw NightlyError.cannotWrite(records)
        }
    }

    func path(_ name: String) -> String {
        root + "/" + name
    }

    /// The day, and a number behind it from the second on; of a day's names none is used again before all are gone.
    func freeName(at moment: Instant) throws -> String {
        let day = moment.dayDescription
        let names = try Self.names(in: root) + Self.names(in: records)
        let numbers = names.compactMap { name -> Int? in
            let parts = name.split(separator: ".")[0].split(separator: "-").map(String.init)
            guard parts.count >= 3, parts[..<3].joined(separator: "-") == day else { return nil }
            return parts.count == 3 ? 1 : Int(parts[3])
        }
        return numbers.max().map { "\(day)-\($0 + 1)" } ?? day
    }

    private static func names(in folder: String) throws -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw NightlyError.cannotRead(folder)
        }
    }

    /// Makes `latest` lead to a folder; at no moment is there none.
    func pointLatest(to name: String) throws {
        let link = path(DatedFolders.latest)
        let fresh = path(".latest.part")
        var found = stat()
        if lstat(link, &found) == 0, found.st_mode & S_IFMT != S_IFLNK {
            throw NightlyError.latestIsNoLink(link)
        }
        unlink(fresh)
        guard symlink(name, fresh) == 0, rename(fresh, link) == 0 else {
            throw NightlyError.cannotWrite(link)
        }
    }

    /// All that were begun here, the oldest first.
    func all() throws -> [FolderRecord] {
        return try Self.names(in: records).filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }
            .map { try FolderRecord(path: records + "/" + $0, name: String($0.dropLast(5))) }
            .sorted { ($0.begun, $0.name) < ($1.begun, $1.name) }
    }

    func write(_ record: FolderRecord) throws {
        try record.write(to: recordPath(record.name))
    }

    func forget(_ record: FolderRecord) {
        unlink(recordPath(record.name))
    }

    private func recordPath(_ name: String) -> String {
        records + "/" + name + ".json"
    }
}
