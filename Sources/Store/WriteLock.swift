import Foundation

/// Held by the one process that writes; the kernel lets go of it however that process ends.
final class WriteLock: Sendable {
    private let descriptor: Int32
    private let path: String

    /// - Throws: `StoreError.locked`, naming the holder, when another process writes.
    init(_ path: String, database: String) throws {
        self.path = path
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreError.missing(path: database) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let holder = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
            Foundation.close(descriptor)
            throw StoreError.locked(path: database, holder: holder.isEmpty ? "another process" : holder)
        }
        let note = Array("process \(getpid())".utf8)
        ftruncate(descriptor, 0)
        _ = note.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    }

    func release() {
        unlink(path)
        Foundation.close(descriptor)
    }
}
