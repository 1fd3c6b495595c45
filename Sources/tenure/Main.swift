import ArgumentParser
import Foundation

/// Runs the command and turns what comes of it into an exit code (DESIGN.md 5).
@main
enum Main {
    static func main() {
        // Whoever reads our output has seen enough.
        signal(SIGPIPE) { _ in _exit(0) }
        // A file that may not grow is an error that is said, not the end.
        signal(SIGXFSZ, SIG_IGN)
        do {
            var command = try Tenure.parseAsRoot()
            try command.run()
        } catch {
            exit(code(for: error))
        }
    }

    private static func code(for error: any Error) -> Int32 {
        if let code = error as? ExitCode { return code.rawValue }
        if Tenure.exitCode(for: error) == .success {
            // A request for help or for the version.
            print(Tenure.fullMessage(for: error))
            return 0
        }
        Candidates.tell(error)
        Console.error(Tenure.message(for: error), usage: Tenure.usage(for: error))
        return ExitCode.couldNotRun.rawValue
    }
}

extension Tenure {
    /// The usage line of the command that was meant, for errors of usage only.
    static func usage(for error: any Error) -> String? {
        guard exitCode(for: error) == .validationFailure else { return nil }
        let lines = fullMessage(for: error).split(separator: "\n", omittingEmptySubsequences: false)
        return lines.first { $0.hasPrefix("Usage:") }.map { $0.dropFirst("Usage: ".count) }.map(String.init)
    }
}
