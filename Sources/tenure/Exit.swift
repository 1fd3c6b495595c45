import ArgumentParser

extension ExitCode {
    /// Something that was looked at is not as it should be.
    static let faults = ExitCode(1)
    /// Usage, configuration, file or database.
    static let couldNotRun = ExitCode(2)
    /// Done, but something is incomplete: a collection, a file, a need of a report.
    static let incomplete = ExitCode(3)
}
