import Foundation
public import Model

/// One thing that a run says.
public struct LogEntry: Sendable {
    public enum Level: String, Sendable, Codable {
        case info, warning, error
    }

    public enum Step: String, Sendable, Codable {
        case run, pull, `import`, report, hook, removal
    }

    public let time: Instant
    public let level: Level
    public let step: Step
    public let message: String

    public init(time: Instant, level: Level, step: Step, message: String) {
        self.time = time
        self.level = level
        self.step = step
        self.message = message
    }

    /// One object on one line: time, level, step, message.
    public var json: String {
        "{\"time\":\"\(time)\",\"level\":\"\(level.rawValue)\",\"step\":\"\(step.rawValue)\",\"message\":\""
            + message.jsonEscaped + "\"}"
    }
}
