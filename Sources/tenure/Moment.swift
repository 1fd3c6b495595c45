import ArgumentParser
import Model

/// A moment on the command line. A date alone means the end of that day, UTC (ACCESS.md 1).
struct Moment: ExpressibleByArgument {
    let instant: Instant

    init?(argument: String) {
        guard let instant = Instant(argument) else { return nil }
        self.instant = argument.utf8.count == 10 ? instant.endOfDay : instant
    }
}
