import ArgumentParser
import Model

/// How far back history is kept: `400d`, `24months`, or a day.
enum Keeping {
    case since(Instant)
    case last(months: Int, days: Int)

    private static let units: [String: (months: Int, days: Int)] = [
        "d": (0, 1), "day": (0, 1), "days": (0, 1), "w": (0, 7), "week": (0, 7), "weeks": (0, 7),
        "month": (1, 0), "months": (1, 0), "y": (12, 0), "year": (12, 0), "years": (12, 0),
    ]

    /// - Throws: `ValidationError`, saying what can be said.
    @Sendable init(_ argument: String) throws {
        let text = argument.hasPrefix("since ") ? String(argument.dropFirst(6)) : argument.lowercased()
        if let instant = Instant(text.uppercased()) {
            self = .since(instant)
            return
        }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let unit = text.dropFirst(digits.count).drop { $0 == " " }
        guard let count = Int(digits), count > 0, count < 100_000, let size = Keeping.units[String(unit)]
        else {
            throw ValidationError(
                "\"\(argument)\" is no time to keep; write 400d, 26weeks, 24months, 7years or a day such as 2026-01-01"
            )
        }
        self = .last(months: count * size.months, days: count * size.days)
    }

    /// - Parameter newest: what the time is counted back from.
    func cut(from newest: Instant) -> Instant {
        switch self {
        case .since(let instant): instant
        case .last(let months, let days): newest.subtracting(months: months, days: days)
        }
    }
}
