import ArgumentParser
import Model

/// How far back history is kept: `400d`, `24months`, or a day.
enum Keeping {
    case since(Instant)
    case last(CalendarDuration)

    /// - Throws: `ValidationError`, saying what can be said.
    @Sendable init(_ argument: String) throws {
        let text = argument.hasPrefix("since ") ? String(argument.dropFirst(6)) : argument
        if let instant = Instant(text.uppercased()) {
            self = .since(instant)
        } else if let duration = CalendarDuration.spoken(text) {
            self = .last(duration)
        } else {
            throw ValidationError(
                "\"\(argument)\" is no time to keep; write 400d, 26weeks, 24months, 7years or a day such as 2026-01-01"
            )
        }
    }

    /// - Parameter newest: what the time is counted back from.
    func cut(from newest: Instant) -> Instant {
        switch self {
        case .since(let instant): instant
        case .last(let duration): newest.subtracting(months: duration.months, days: duration.days)
        }
    }
}
