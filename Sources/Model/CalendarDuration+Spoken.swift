extension CalendarDuration {
    private static let units: [String: (months: Int, days: Int)] = [
        "d": (0, 1), "day": (0, 1), "days": (0, 1), "w": (0, 7), "week": (0, 7), "weeks": (0, 7),
        "month": (1, 0), "months": (1, 0), "y": (12, 0), "year": (12, 0), "years": (12, 0),
    ]

    /// Reads a time as people write it: `400d`, `26 weeks`, `24months`, `7years`.
    ///
    /// - Returns: nil for anything else, and for nothing at all.
    public static func spoken(_ text: String) -> CalendarDuration? {
        let text = text.lowercased()
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let unit = text.dropFirst(digits.count).drop { $0 == " " }
        guard let count = Int(digits), count > 0, count < 100_000,
            let size = units[String(unit)]
        else { return nil }
        return CalendarDuration(months: count * size.months, days: count * size.days)
    }
}
