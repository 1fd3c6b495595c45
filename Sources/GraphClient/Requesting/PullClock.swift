import Foundation
public import Model

/// The clock and the dice of a pull: real ones, or a test's.
public struct PullClock: Sendable {
    public let now: @Sendable () -> Instant
    /// Waits so many seconds by this clock.
    public let sleep: @Sendable (Double) async throws -> Void
    /// A number from 0 up to, not including, 1.
    public let random: @Sendable () -> Double

    public init(
        now: @escaping @Sendable () -> Instant, sleep: @escaping @Sendable (Double) async throws -> Void,
        random: @escaping @Sendable () -> Double
    ) {
        self.now = now
        self.sleep = sleep
        self.random = random
    }

    public static let real = PullClock(
        now: { Instant(secondsSince1970: Date().timeIntervalSince1970) },
        sleep: { try await Task.sleep(for: .seconds($0)) },
        random: { Double.random(in: 0..<1) })
}

extension Instant {
    public init(secondsSince1970 seconds: Double) {
        self.init(ticks: Int64(seconds * Double(Instant.ticksPerSecond)))
    }

    /// Seconds from this moment to the other.
    func seconds(to other: Instant) -> Double {
        Double(other.ticks - ticks) / Double(Instant.ticksPerSecond)
    }

    func adding(seconds: Double) -> Instant {
        Instant(ticks: ticks + Int64(seconds * Double(Instant.ticksPerSecond)))
    }
}
