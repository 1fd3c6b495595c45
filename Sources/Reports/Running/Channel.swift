import Dispatch
import Synchronization

/// Hands values from one thread to another, a few at a time: who is ahead waits.
final class Channel<Value: Sendable>: Sendable {
    private struct State {
        var values: [Value] = []
        var isClosed = false
    }

    private let state = Mutex(State())
    private let free = DispatchSemaphore(value: 0)
    private let filled = DispatchSemaphore(value: 0)

    /// - Parameter capacity: how many values may wait.
    init(capacity: Int) {
        for _ in 0..<capacity { free.signal() }
    }

    /// Waits until there is room.
    ///
    /// - Returns: false when nobody takes any more.
    func send(_ value: Value) -> Bool {
        free.wait()
        let isTaken = state.withLock { state in
            if !state.isClosed { state.values.append(value) }
            return !state.isClosed
        }
        if isTaken { filled.signal() } else { free.signal() }
        return isTaken
    }

    /// Waits for the next value.
    ///
    /// - Returns: nil when no more will come.
    func receive() -> Value? {
        filled.wait()
        let value = state.withLock { state in
            state.values.isEmpty ? nil : state.values.removeFirst()
        }
        if value == nil { filled.signal() } else { free.signal() }
        return value
    }

    /// Either end may close: what waits is still received, nothing more is sent.
    func close() {
        state.withLock { $0.isClosed = true }
        filled.signal()
        free.signal()
    }
}
