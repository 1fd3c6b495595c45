import ArgumentParser
import Model

/// A moment on the command line: `2026-06-30T22:00:00Z`, or a day.
struct Moment {
    /// A date alone means the end of that day, UTC (ACCESS.md 1).
    let instant: Instant
    /// A date alone means its beginning.
    let exact: Instant

    /// - Throws: `ValidationError`, saying what a moment looks like.
    @Sendable init(_ argument: String) throws {
        guard let instant = Instant(argument) else {
            throw ValidationError("\"\(argument)\" is no moment; write 2026-06-30 or 2026-06-30T22:00:00Z")
        }
        exact = instant
        self.instant = argument.utf8.count == 10 ? instant.endOfDay : instant
    }
}
