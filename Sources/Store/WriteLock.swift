import Foundation
import Synchronization

/// Held by the one process that writes; the kernel lets go of it however that process ends.
package final class WriteLock: Sendable {
    private let descriptor: Mutex<Int32?>
    private let path: String

    /// - Parameters:
    ///   - database: what is locked, for messages.
    ///   - remark: what others are told of the holder behind its number.
    /// - Throws: `StoreError.locked`, naming the holder, when another process writes.
    package init(_ path: String, database: String, remark: String = "") throws {
        self.path = path
        let descriptor = try WriteLock.acquire(path, database: database)
        self.descriptor = Mutex(descriptor)
        let note = Array("process \(getpid())\(remark)".utf8)
        ftruncate(descriptor, 0)
        _ = note.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    }

    deinit {
        release()
    }

    package func release() {
        descriptor.withLock { descriptor in
            guard let held = descriptor else { return }
            unlink(path)
            close(held)
            descriptor = nil
        }
    }

    private static func acquire(_ path: String, database: String) throws -> Int32 {
        while true {
            let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
            guard descriptor >= 0 else {
                throw StoreError.cannotCreate(
                    path: database, reason: String(cString: strerror(errno)).lowercased())
            }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                close(descriptor)
                throw StoreError.locked(path: database, holder: holder(path) ?? "another process")
            }
            // Whoever held it before may have removed the file between our opening and our locking it.
            var (ours, current) = (stat(), stat())
            if fstat(descriptor, &ours) == 0, stat(path, &current) == 0, ours.st_ino == current.st_ino {
                return descriptor
            }
            close(descriptor)
        }
    }

    /// What the holder wrote of itself. Two that begin at once meet before it has written: then it is waited for a
    /// moment.
    private static func holder(_ path: String) -> String? {
        for _ in 0..<20 {
            // Gone meanwhile: it stays unnamed.
            guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
            if !text.isEmpty { return text }
            usleep(10_000)
        }
        return nil
    }
}
