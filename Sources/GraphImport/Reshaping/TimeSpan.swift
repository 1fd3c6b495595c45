import JSONText

/// The durations of .NET, which PowerShell makes of ISO 8601 durations: months and years have become days.
enum TimeSpan {
    private static let ticksPerSecond = 10_000_000

    /// Of `{"Ticks": 12096000000000, "Days": 14, …}`.
    ///
    /// - Returns: nil when it is none.
    static func duration(_ object: JSONValue) -> String? {
        guard object.member("TotalDays") != nil, let ticks = object.member("Ticks")?.int, ticks >= 0 else {
            return nil
        }
        return duration(seconds: ticks / ticksPerSecond)
    }

    /// Of `14.00:00:00`, as it is written where `-Depth` cuts it off.
    ///
    /// - Returns: nil when it is none.
    static func duration(_ text: String) -> String? {
        guard text.utf8.count < 32,
            let match = text.wholeMatch(of: #/(?:(\d{1,8})\.)?(\d\d):(\d\d):(\d\d)(?:\.\d{1,7})?/#)
        else {
            return nil
        }
        func number(_ digits: Substring?) -> Int { digits.flatMap { Int($0) } ?? 0 }
        let hours = number(match.1) * 24 + number(match.2)
        return duration(seconds: (hours * 60 + number(match.3)) * 60 + number(match.4))
    }

    private static func duration(seconds: Int) -> String {
        let (days, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
        let parts = [(rest / 3600, "H"), (rest / 60 % 60, "M"), (rest % 60, "S")]
        let time = parts.filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }.joined()
        if days == 0, time.isEmpty { return "PT0S" }
        return "P" + (days > 0 ? "\(days)D" : "") + (time.isEmpty ? "" : "T" + time)
    }
}
