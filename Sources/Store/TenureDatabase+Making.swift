import Foundation
import GRDB

extension TenureDatabase {
    /// Makes an empty database beside its place. Until it is moved there nobody else sees it, so that it needs
    /// no journal: an import that fails or is killed leaves nothing at the path.
    ///
    /// - Returns: the database, and where it is written.
    static func make(_ path: String) throws -> (DatabaseQueue, fresh: String) {
        let fresh = path + ".part"
        unlink(fresh)
        // Created here, so that nobody else can read it at any moment; and not by Foundation, which makes it under
        // another name first and leaves that behind when it is killed.
        let descriptor = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw StoreError.cannotCreate(path: path, reason: String(cString: strerror(errno)).lowercased())
        }
        Foundation.close(descriptor)
        do {
            let queue = try DatabaseQueue(path: fresh, configuration: configuration(readonly: false))
            try queue.writeWithoutTransaction { database in
                try database.execute(
                    sql: """
                        PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF
                        """)
            }
            try Migrations.run(queue)
            return (queue, fresh)
        } catch let error as DatabaseError {
            unlink(fresh)
            throw StoreError.opening(path, error)
        }
    }

    /// Moves a whole database to its place, after all of it has reached the disk.
    static func place(_ fresh: String, at path: String) throws {
        let folder = (path as NSString).deletingLastPathComponent
        guard reachesDisk(fresh), rename(fresh, path) == 0, reachesDisk(folder.isEmpty ? "." : folder) else {
            throw StoreError.cannotCreate(path: path, reason: String(cString: strerror(errno)))
        }
    }

    private static func reachesDisk(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { Foundation.close(descriptor) }
        return fsync(descriptor) == 0
    }
}
