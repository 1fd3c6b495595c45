/// A moment in UTC, kept in ticks of 100 nanoseconds since 1970-01-01T00:00:00Z.
///
/// Graph writes up to seven fractional digits (GRAPH.md 0, trap 17), which is exactly one tick.
/// Moments are compared at this precision and printed without their fraction (ACCESS.md 1).
public struct Instant: Hashable, Sendable, Comparable {
    /// Ticks of 100 ns since the epoch; negative before 1970.
    public let ticks: Int64

    public init(ticks: Int64) {
        self.ticks = ticks
    }

    public static let ticksPerSecond: Int64 = 10_000_000
    static let ticksPerDay: Int64 = 86_400 * ticksPerSecond

    /// The last tick of the day on which this moment lies, UTC.
    public var endOfDay: Instant {
        Instant(ticks: startOfDay.ticks + Instant.ticksPerDay - 1)
    }

    /// Midnight of the day on which this moment lies, UTC.
    public var startOfDay: Instant {
        Instant(ticks: ticks.flooredDivision(by: Instant.ticksPerDay) * Instant.ticksPerDay)
    }

    public static func < (left: Instant, right: Instant) -> Bool {
        left.ticks < right.ticks
    }
}

extension Int64 {
    /// Division that rounds towards negative infinity, so that moments before 1970 fall on the right day.
    func flooredDivision(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return (self % divisor < 0) ? quotient - 1 : quotient
    }
}
