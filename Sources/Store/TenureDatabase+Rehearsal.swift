import Foundation
import GRDB

extension TenureDatabase {
    /// Hands over a throw-away copy of the database, or an empty one where there is none, to see what an import
    /// would do. What stands at the path is read, and nothing is written beside it.
    ///
    /// The copy lies in a folder of its own below that of temporary files (`TMPDIR`), readable by its owner only,
    /// and is gone afterwards.
    ///
    /// - Throws: `StoreError` where an import would not begin, too, and where there is no room for the copy.
    public static func rehearsing<Result>(
        _ path: String, _ body: (TenureDatabase) throws -> Result
    ) throws -> Result {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let copy = folder + "/" + (path as NSString).lastPathComponent
        if FileManager.default.fileExists(atPath: path) { try copyWhole(path, to: copy) }
        let database = try openForWriting(copy)
        defer {
            try? database.queue.close()
            database.lock?.release()
        }
        return try body(database)
    }

    private static func temporaryFolder() throws -> String {
        let root = FileManager.default.temporaryDirectory.path
        var template = Array((root + "/tenure-dry-run.XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else {
            throw StoreError.cannotCreate(path: root, reason: String(cString: strerror(errno)).lowercased())
        }
        return template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    }

    private static func copyWhole(_ path: String, to copy: String) throws {
        try checkIsFile(path)
        do {
            let source = try DatabaseQueue(path: path, configuration: configuration(readonly: true))
            try source.read { database in
                try check(database, path: path)
                _ = try Wholeness.judge(database, path: path, deep: true)
            }
            let target = try DatabaseQueue(path: copy)
            try source.backup(to: target)
            try target.close()
        } catch let error as DatabaseError {
            throw StoreError.opening(path, error)
        }
    }
}
