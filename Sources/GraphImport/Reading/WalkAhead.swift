import Archives
import Foundation
import Synchronization

/// Looks for the files on a thread of its own.
final class WalkAhead: Sendable {
    private let outcome = Mutex<Result<FileWalk, any Error>?>(nil)
    private let done = DispatchSemaphore(value: 0)

    init(below paths: [String], unpacking limits: ArchiveLimits) {
        Thread { [self] in
            let result = Result { try FileWalk(below: paths, unpacking: limits) }
            outcome.withLock { $0 = result }
            done.signal()
        }.start()
    }

    /// Waits for it.
    ///
    /// - Throws: `ImportError`.
    func result() throws -> FileWalk {
        done.wait()
        done.signal()
        guard let result = outcome.withLock({ $0 }) else { throw CancellationError() }
        return try result.get()
    }
}
