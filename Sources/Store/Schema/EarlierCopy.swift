import Foundation
import GRDB

/// The copy of an older database that is kept beside it when it is brought up to date.
enum EarlierCopy {
    /// Copies the file byte for byte; it counts only once it is whole and on the disk.
    ///
    /// To be called outside of a transaction, by the one who holds the write lock.
    ///
    /// - Returns: the copy's path: `<path>.before-schema-<version>`, numbered where that is taken by another one.
    static func make(_ database: Database, path: String, before version: Int) throws -> String {
        // What a cut-off writer left in a log belongs into the file first.
        try database.execute(sql: "PRAGMA journal_mode = DELETE")
        let part = "\(path).before-schema-\(version).part"
        var copy = ""
        try database.inTransaction(.immediate) {
            try write(DatabasePages(database), to: part)
            return .rollback
        }
        for number in 1... {
            copy = "\(path).before-schema-\(version)" + (number == 1 ? "" : "-\(number)")
            guard FileManager.default.fileExists(atPath: copy) else { break }
            guard !FileManager.default.contentsEqual(atPath: part, andPath: copy) else {
                // A migration that was cut off made it already.
                unlink(part)
                return copy
            }
        }
        guard rename(part, copy) == 0 else { throw fault(copy) }
        sync(folder: URL(fileURLWithPath: copy).deletingLastPathComponent().path)
        return copy
    }

    private static func write(_ pages: DatabasePages, to part: String) throws {
        unlink(part)
        let descriptor = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw fault(part) }
        defer { close(descriptor) }
        do {
            try pages.forEachChunk { bytes, _ in
                var written = 0
                while written < bytes.count {
                    let count = Foundation.write(
                        descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
                    guard count > 0 || errno == EINTR else { throw fault(part) }
                    written += max(count, 0)
                }
            }
            guard fsync(descriptor) == 0 else { throw fault(part) }
        } catch {
            unlink(part)
            throw error
        }
    }

    /// A file system that cannot sync a folder has done what it can.
    private static func sync(folder: String) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    private static func fault(_ path: String) -> StoreError {
        .cannotCreate(path: path, reason: String(cString: strerror(errno)).lowercased())
    }
}
