import Foundation
import GraphClient
import GraphServer
import Model
import Synchronization

/// A clock that stands still while anything is at work, and goes to the next moment that somebody waits for when
/// nothing is: what a pull takes by it is what the throttle makes it wait.
final class VirtualClock: Sendable {
    private struct State {
        var now = 1_780_000_000.0
        var sleepers: [UUID: (until: Double, wake: CheckedContinuation<Void, Never>)] = [:]
        var lastTouched = ContinuousClock.now
    }

    private let state = Mutex(State())
    /// So long nothing may have happened before the clock goes on.
    private static let quiet = Duration.milliseconds(8)

    var now: Double {
        state.withLock { state in
            state.lastTouched = .now
            return state.now
        }
    }

    private func sleep(_ seconds: Double) async {
        await withCheckedContinuation { wake in
            state.withLock { state in
                state.lastTouched = .now
                state.sleepers[UUID()] = (state.now + seconds, wake)
            }
        }
    }

    /// Lets the time go on until the task is cancelled.
    func run() async {
        while !Task.isCancelled {
            try? await Task.sleep(for: .milliseconds(2))
            let wake = state.withLock { state -> CheckedContinuation<Void, Never>? in
                guard state.lastTouched.duration(to: .now) > Self.quiet,
                    let next = state.sleepers.min(by: { $0.value.until < $1.value.until })
                else { return nil }
                state.sleepers[next.key] = nil
                state.now = max(state.now, next.value.until)
                state.lastTouched = .now
                return next.value.wake
            }
            wake?.resume()
        }
    }

    var client: PullClock {
        PullClock(
            now: { Instant(secondsSince1970: self.now) }, sleep: { await self.sleep($0) }, random: { 0.5 })
    }

    var server: ServerClock {
        ServerClock(now: { self.now }, sleep: { await self.sleep($0) })
    }
}
