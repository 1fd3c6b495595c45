import ArgumentParser
import Model

/// A moment on the command line: `2026-06-30T22:00:00Z`, or a day.
struct Moment: ExpressibleByArgument {
    /// A date alone means the end of that day, UTC (ACCESS.md 1).
    let instant: Instant
    /// A date alone means its beginning.
    let exact: Instant

    init?(argument: String) {
        guard let instant = Instant(argument) else { return nil }
        exact = instant
        self.instant = argument.utf8.count == 10 ? instant.endOfDay : instant
    }
}
