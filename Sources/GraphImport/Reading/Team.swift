import Foundation
import Synchronization

/// Threads that share a number of tasks, as many as there are processors.
enum Team {
    /// Does all tasks, the caller's thread among them, and returns when they are done.
    ///
    /// Threads of its own: a queue's workers come one after another, too late for a tenth of a second's work.
    static func share(_ count: Int, _ body: @escaping @Sendable (_ index: Int) -> Void) {
        let tasks = Tasks(count: count, body)
        let others = min(ProcessInfo.processInfo.activeProcessorCount, count) - 1
        let done = DispatchSemaphore(value: 0)
        for _ in 0..<max(0, others) {
            Thread {
                tasks.work()
                done.signal()
            }.start()
        }
        tasks.work()
        for _ in 0..<max(0, others) { done.wait() }
    }

    private final class Tasks: Sendable {
        private let next = Atomic(0)
        private let count: Int
        private let body: @Sendable (Int) -> Void

        init(count: Int, _ body: @escaping @Sendable (Int) -> Void) {
            self.count = count
            self.body = body
        }

        func work() {
            while true {
                let index = next.add(1, ordering: .relaxed).oldValue
                guard index < count else { return }
                body(index)
            }
        }
    }
}
