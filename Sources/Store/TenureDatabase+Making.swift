import Foundation
import GRDB

extension TenureDatabase {
    /// Makes an empty database. It is made beside its place and moved there, so that whatever happens, what
    /// stands at the path is a whole database of ours.
    static func make(_ path: String) throws {
        let fresh = path + ".part"
        unlink(fresh)
        // Created here, so that nobody else can read it at any moment.
        guard
            FileManager.default.createFile(
                atPath: fresh, contents: nil, attributes: [.posixPermissions: 0o600])
        else { throw StoreError.cannotCreate(path: path, reason: "no file can be made there") }
        do {
            let queue = try DatabaseQueue(path: fresh, configuration: configuration(readonly: false))
            try Migrations.run(queue)
            try queue.close()
        } catch let error as DatabaseError {
            unlink(fresh)
            throw StoreError.opening(path, error)
        }
        guard rename(fresh, path) == 0 else {
            throw StoreError.cannotCreate(path: path, reason: String(cString: strerror(errno)))
        }
    }
}
