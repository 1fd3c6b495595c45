import Foundation
import GraphClient
import GraphServer
import Model
import Synchronization

/// A clock for client and server that runs faster than the real one, and dice from a seed.
final class FastClock: Sendable {
    private let factor: Double
    private let start = Date().timeIntervalSince1970
    /// The clock of the wall may be set back by a little at any time.
    private let began = ContinuousClock.now
    private let state: Mutex<UInt64>

    init(factor: Double, seed: UInt64 = 1) {
        self.factor = factor
        state = Mutex(seed)
    }

    private var seconds: Double {
        start + (ContinuousClock.now - began) / .seconds(1) * factor
    }

    private func sleep(_ seconds: Double) async throws {
        try await Task.sleep(for: .seconds(seconds / factor))
    }

    private func random() -> Double {
        state.withLock { state in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 11) / Double(1 << 53)
        }
    }

    var client: PullClock {
        PullClock(
            now: { Instant(secondsSince1970: self.seconds) }, sleep: { try await self.sleep($0) },
            random: { self.random() })
    }

    var server: ServerClock {
        ServerClock(now: { self.seconds }, sleep: { try await self.sleep($0) })
    }
}
