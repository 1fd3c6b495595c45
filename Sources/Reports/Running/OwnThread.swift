import Dispatch
import Foundation
import Synchronization

/// Work that is done on a thread of its own, and what comes of it.
final class OwnThread<Value: Sendable>: Sendable {
    private let outcome = Mutex<Value?>(nil)
    private let done = DispatchSemaphore(value: 0)

    /// - Parameter name: what a debugger calls the thread.
    init(_ name: String, _ work: @escaping @Sendable () -> Value) {
        let thread = Thread { [self] in
            let value = work()
            outcome.withLock { $0 = value }
            done.signal()
        }
        thread.name = name
        thread.start()
    }

    /// Waits until the work is done, and gives what it came to.
    func value() -> Value {
        while true {
            if let value = outcome.withLock({ $0 }) { return value }
            done.wait()
            done.signal()
        }
    }
}
