extension Instant {
    /// The moments that Graph and its exporters write (GRAPH.md 0, trap 17): `2026-06-01T08:00:00.1234567Z`,
    /// with or without fraction and offset (none is UTC), a date alone, `2/15/2022 9:35:23 AM +00:00`,
    /// and `/Date(1625097600000)/` of Windows PowerShell.
    ///
    /// - Returns: nil for anything else, and for the sentinels that mean "no date": the year 1,
    ///   the text `null`, an all-zero GUID (ACCESS.md 3).
    public init?(_ text: String) {
        guard let instant = ByteScanner.scan(text, Instant.init(start:)) else { return nil }
        self = instant
    }

    /// As above, of text in UTF-8.
    public init?(utf8 text: UnsafeRawBufferPointer) {
        self.init(start: ByteScanner(text.assumingMemoryBound(to: UInt8.self)))
    }

    private init?(start: ByteScanner) {
        var (iso, american, microsoft) = (start, start, start)
        guard let instant = iso.iso() ?? american.american() ?? microsoft.microsoftDate(),
            instant.ticks >= Instant.firstTick
        else { return nil }
        self = min(instant, Instant.lastTick)
    }

    /// Years have four digits: an offset or a Windows date beyond them is the end of the last, which means "never".
    private static let lastTick = Instant(
        ticks: CivilDate(year: 10_000, month: 1, day: 1).daysSinceEpoch * ticksPerDay - 1)

    /// Moments before the year 2 are the sentinel `0001-01-01T00:00:00Z` in some time zone.
    private static let firstTick = CivilDate(year: 2, month: 1, day: 1).daysSinceEpoch * ticksPerDay

    /// Whether the text is one of the sentinels that mean "no date", and no mistake.
    public static func saysNoDate(_ text: String) -> Bool {
        text.isEmpty || text.lowercased() == "null" || text == Identifier.zero || text.hasPrefix("0001-01-01")
            || text.hasPrefix("0000-12-31")
    }

    init?(date: CivilDate, secondsOfDay: Int64, fraction: Int64, offsetSeconds: Int64) {
        guard date.isValid, (0...9999).contains(date.year) else { return nil }
        let seconds = date.daysSinceEpoch * 86_400 + secondsOfDay - offsetSeconds
        self.init(ticks: seconds * Instant.ticksPerSecond + fraction)
    }

    /// True for the day 9999-12-31, which means "never" where an end is asked for (ACCESS.md 3).
    public var isNever: Bool {
        ticks >= Instant.neverTick
    }

    /// A day early, so that an offset does not turn the sentinel into a date.
    private static let neverTick =
        CivilDate(year: 9999, month: 12, day: 31).daysSinceEpoch * ticksPerDay - 14 * 3600 * ticksPerSecond
}

extension ByteScanner {
    /// `YYYY-MM-DD[(T| )HH:MM[:SS[.fraction]]][Z|±HH[:]MM]`
    mutating func iso() -> Instant? {
        guard let year = digits(4), take("-"), let month = digits(2), take("-"), let day = digits(2)
        else { return nil }
        let date = CivilDate(year: year, month: month, day: day)
        guard !isAtEnd else {
            return Instant(date: date, secondsOfDay: 0, fraction: 0, offsetSeconds: 0)
        }
        guard take("T") || take("t") || take(" "), let clock = clock() else { return nil }
        guard let offset = offset(), isAtEnd else { return nil }
        return Instant(
            date: date, secondsOfDay: clock.seconds, fraction: clock.fraction, offsetSeconds: offset)
    }

    /// `M/D/YYYY h:mm:ss AM +00:00`, as insights of access reviews write it.
    mutating func american() -> Instant? {
        guard let month = number(), take("/"), let day = number(), take("/"), let year = digits(4),
            take(" "), let hour = number(), (1...12).contains(hour), take(":"), let minute = digits(2),
            take(":"), let second = digits(2), minute < 60, second < 60, take(" ")
        else { return nil }
        let afternoon = take("P")
        guard afternoon || take("A"), take("M") else { return nil }
        _ = take(" ")
        guard let offset = offset(), isAtEnd else { return nil }
        let seconds = Int64(((hour % 12) + (afternoon ? 12 : 0)) * 3600 + minute * 60 + second)
        return Instant(
            date: CivilDate(year: year, month: month, day: day), secondsOfDay: seconds, fraction: 0,
            offsetSeconds: offset)
    }

    /// `/Date(milliseconds)/`, with a sign and an offset that says nothing about the moment.
    mutating func microsoftDate() -> Instant? {
        guard take("/"), take("D"), take("a"), take("t"), take("e"), take("(") else { return nil }
        let negative = take("-")
        guard let milliseconds = number(), milliseconds < 300_000_000_000_000 else { return nil }
        if take("+") || take("-") { _ = number() }
        guard take(")"), take("/"), isAtEnd else { return nil }
        return Instant(ticks: Int64(negative ? -milliseconds : milliseconds) * 10_000)
    }

    private mutating func clock() -> (seconds: Int64, fraction: Int64)? {
        guard let hour = digits(2), take(":"), let minute = digits(2), hour <= 24, minute < 60 else {
            return nil
        }
        var second = 0
        var fraction: Int64 = 0
        if take(":") {
            guard let value = digits(2), value <= 60 else { return nil }
            second = value
            if take(".") || take(",") {
                guard let ticks = fractionTicks() else { return nil }
                fraction = ticks
            }
        }
        guard hour < 24 || (minute == 0 && second == 0 && fraction == 0) else { return nil }
        return (Int64(hour * 3600 + minute * 60 + second), fraction)
    }

    /// Seconds east of UTC; none is UTC.
    private mutating func offset() -> Int64? {
        if isAtEnd || take("Z") || take("z") { return 0 }
        let west = take("-")
        guard west || take("+"), let hours = digits(2) else { return nil }
        _ = take(":")
        let minutes = isAtEnd ? 0 : digits(2)
        guard let minutes, hours < 24, minutes < 60 else { return nil }
        let seconds = Int64(hours * 3600 + minutes * 60)
        return west ? -seconds : seconds
    }
}
