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
        var scanner = ByteScanner(text)
        guard scanner.take("P"), !scanner.isAtEnd else { return nil }
        var (months, days, ticks) = (0, 0, Int64(0))
        var inTime = false
        var last = 0
        /// Each part once and in its order, so that no sum leaves its bounds.
        func isNext(_ place: Int) -> Bool {
            defer { last = place }
            return place > last
        }
        while !scanner.isAtEnd {
            if !inTime, scanner.take("T") {
                inTime = true
                guard !scanner.isAtEnd else { return nil }
            }
            guard let value = scanner.number(), value < 100_000_000 else { return nil }
            let fraction = scanner.take(".") || scanner.take(",") ? scanner.fractionTicks() : 0
            guard let fraction else { return nil }
            switch (inTime, fraction) {
            case (false, 0) where scanner.take("Y") && isNext(1): months += value * 12
            case (false, 0) where scanner.take("M") && isNext(2): months += value
            case (false, 0) where scanner.take("W") && isNext(3): days += value * 7
            case (false, 0) where scanner.take("D") && isNext(4): days += value
            case (true, 0) where scanner.take("H") && isNext(5):
                ticks += Int64(value) * 3600 * Instant.ticksPerSecond
            case (true, 0) where scanner.take("M") && isNext(6):
                ticks += Int64(value) * 60 * Instant.ticksPerSecond
            case (true, _) where scanner.take("S") && isNext(7):
                ticks += Int64(value) * Instant.ticksPerSecond + fraction
            default: return nil
            }
        }
        self.init(months: months, days: days, ticks: ticks)
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
}
