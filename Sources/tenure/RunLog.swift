import ArgumentParser
import Nightly

enum LogFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}

/// Writes what a run says to standard error: as text only what somebody should look at, as JSON everything.
struct RunLog {
    let format: LogFormat

    func tell(_ entry: LogEntry) {
        switch (format, entry.level) {
        case (.json, _): Console.note(entry.json)
        case (.text, .info): break
        case (.text, .warning): Console.note(entry.message)
        case (.text, .error): Console.error(entry.message)
        }
    }

    func error(_ error: any Error) {
        tell(LogEntry(time: Clock.now, level: .error, step: .run, message: Tenure.message(for: error)))
    }
}
