import Foundation

/// stdout is for results; this is the rest.
enum Console {
    /// `error: …` on one line, and how the command is used where that is the matter.
    static func error(_ message: String, usage: String? = nil) {
        let line = message.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.joined(
            separator: " ")
        note("error: " + (line.hasPrefix("Error: ") ? String(line.dropFirst(7)) : line))
        if let usage { note("usage: " + usage) }
    }

    static func note(_ message: String) {
        progressDone()
        FileHandle.standardError.write(Data((message.singleLine + "\n").utf8))
    }

    /// Rewrites one line while something long goes on; only where somebody watches.
    static func progress(_ message: @autoclosure () -> String) {
        guard isWatched else { return }
        let now = Date().timeIntervalSince1970
        let shown = state.withLock { state -> Bool in
            guard now - state.lastShown > 0.1 else { return false }
            state.lastShown = now
            state.isShowing = true
            return true
        }
        if shown {
            FileHandle.standardError.write(Data("\r\u{1B}[K\(message().singleLine.prefix(100))".utf8))
        }
    }

    private static let isWatched = isatty(STDERR_FILENO) == 1

    /// Takes the progress line away.
    static func progressDone() {
        let wasShowing = state.withLock { state -> Bool in
            defer { state.isShowing = false }
            return state.isShowing
        }
        if wasShowing { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
    }

    private struct State {
        var lastShown: Double = 0
        var isShowing = false
    }

    private static let state = Lock(State())
}
