/// An ISO 8601 duration such as `P14D`, `P1M` or `PT3H`, added on the calendar in UTC (ACCESS.md 3).
public struct CalendarDuration: Hashable, Sendable {
    /// Years and months together.
    public let months: Int
    /// Weeks and days together.
    public let days: Int
    /// Hours, minutes and seconds together, in ticks of 100 ns.
    public let ticks: Int64

    public init(months: Int = 0, days: Int = 0, ticks: Int64 = 0) {
        self.months = months
        self.days = days
        self.ticks = ticks
    }

    /// - Returns: nil for anything that is not such a duration, or is negative.
    public init?(_ text: String) {
        guard let duration = ByteScanner.scan(text, CalendarDuration.init(start:)) else { return nil }
        self = duration
    }

    private init?(start: ByteScanner) {
        var scanner = start
        guard scanner.take("P") else { return nil }
        var parts = 0
        /// The next part, if it is of this unit: each comes once and in its order.
        func part(_ unit: Unicode.Scalar) -> Int {
            var ahead = scanner
            guard let value = ahead.number(), value < 100_000_000, ahead.take(unit) else { return 0 }
            scanner = ahead
            parts += 1
            return value
        }
        let months = part("Y") * 12 + part("M")
        let days = part("W") * 7 + part("D")
        var seconds = 0
        var fraction: Int64 = 0
        if scanner.take("T") {
            let before = parts
            seconds = part("H") * 3600 + part("M") * 60
            if let split = scanner.fractionalSeconds() {
                seconds += split.seconds
                fraction = split.fraction
                parts += 1
            } else {
                seconds += part("S")
            }
            guard parts > before else { return nil }
        }
        guard parts > 0, scanner.isAtEnd else { return nil }
        self.init(months: months, days: days, ticks: Int64(seconds) * Instant.ticksPerSecond + fraction)
    }
}

extension ByteScanner {
    /// `1.5S`
    fileprivate mutating func fractionalSeconds() -> (seconds: Int, fraction: Int64)? {
        var ahead = self
        guard let seconds = ahead.number(), seconds < 100_000_000, ahead.take(".") || ahead.take(","),
            let fraction = ahead.fractionTicks(), ahead.take("S")
        else { return nil }
        self = ahead
        return (seconds, fraction)
    }
}

extension Instant {
    /// One month after 31 January is the last of February; what lies past the year 9999 is its last day,
    /// which means "never".
    public func adding(_ duration: CalendarDuration) -> Instant {
        let day = ticks.flooredDivision(by: Instant.ticksPerDay)
        let ofDay = ticks - day * Instant.ticksPerDay
        let date = CivilDate(daysSinceEpoch: day).adding(months: duration.months)
        let last = CivilDate(year: 9999, month: 12, day: 31).daysSinceEpoch
        let days = min(date.daysSinceEpoch + Int64(duration.days), last)
        let sum = days * Instant.ticksPerDay + ofDay + duration.ticks
        return Instant(ticks: min(sum, last * Instant.ticksPerDay))
    }

    /// So many months and days before, on the calendar: one month before 31 March is the last of February.
    public func subtracting(months: Int, days: Int) -> Instant {
        let day = ticks.flooredDivision(by: Instant.ticksPerDay)
        let date = CivilDate(daysSinceEpoch: day)
        let earlier = date.adding(months: -min(months, max(0, date.year - 1) * 12))
        let first = CivilDate(year: 1, month: 1, day: 1).daysSinceEpoch
        let ofDay = ticks - day * Instant.ticksPerDay
        return Instant(ticks: max(earlier.daysSinceEpoch - Int64(days), first) * Instant.ticksPerDay + ofDay)
    }
}
