import Foundation
import Synchronization

/// Runs what goes on by itself, and waits for its end: commands are called, not awaited.
func waiting<Result: Sendable>(_ body: @escaping @Sendable () async throws -> Result) throws -> Result {
    let done = DispatchSemaphore(value: 0)
    let result = Lock<Swift.Result<Result, any Error>?>(nil)
    Task.detached {
        do {
            let value = try await body()
            result.withLock { $0 = .success(value) }
        } catch {
            result.withLock { $0 = .failure(error) }
        }
        done.signal()
    }
    done.wait()
    guard let result = result.withLock({ $0 }) else { preconditionFailure("it has signalled") }
    return try result.get()
}
