import ArgumentParser

extension ExitCode {
    /// Done, but something is incomplete: a collection, a file, a need of a report.
    static let incomplete = ExitCode(3)
}
