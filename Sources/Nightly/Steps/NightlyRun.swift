import Foundation
public import Model
import Store

/// One run by a configuration: sources in, pack out, hooks, what is old goes, metrics. One at a time on a database.
public struct NightlyRun: Sendable {
    /// What a run is told by the program around it.
    public struct Surroundings: Sendable {
        let environment: [String: String]
        let now: @Sendable () -> Instant
        /// Name and version of the program, for the record.
        let tool: String
        let log: @Sendable (LogEntry) -> Void
        /// One line that changes, for somebody who watches; put together only when it is shown.
        let progress: @Sendable (() -> String) -> Void

        public init(
            environment: [String: String], now: @escaping @Sendable () -> Instant, tool: String,
            log: @escaping @Sendable (LogEntry) -> Void,
            progress: @escaping @Sendable (() -> String) -> Void
        ) {
            self.environment = environment
            self.now = now
            self.tool = tool
            self.log = log
            self.progress = progress
        }
    }

    let config: NightlyConfig
    let surroundings: Surroundings

    public init(_ config: NightlyConfig, _ surroundings: Surroundings) {
        self.config = config
        self.surroundings = surroundings
    }

    /// Does all of it. Metrics are written however it ends, but for a run that found another one going on.
    ///
    /// - Throws: `StoreError.locked`, and whatever keeps a source from being read or the pack from being written. What
    ///   was there before stands then.
    public func run() async throws -> RunSummary {
        let begun = surroundings.now()
        try checkSignIn()
        try FileManager.default.createDirectory(
            atPath: config.database.parent, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        let lock = try WriteLock(
            config.lock, database: config.path, remark: " of user \(getuid()), since \(begun)")
        defer { lock.release() }
        var tally = RunTally(begun: begun)
        do {
            try await work(&tally)
        } catch {
            tally.end(at: surroundings.now(), error: error)
            // What went wrong first is what counts.
            try? writeMetrics(tally)
            throw error
        }
        tally.end(at: surroundings.now(), error: nil)
        try writeMetrics(tally)
        return RunSummary(tally, config)
    }

    /// Whether each pull has a way to sign in, as far as that can be seen from here.
    ///
    /// - Throws: `GraphClientError`, `NightlyError`.
    public func checkSignIn() throws {
        for case .pull(let source) in config.sources { try PullStep(self, source).check() }
    }

    private func work(_ tally: inout RunTally) async throws {
        for source in config.sources {
            switch source {
            case .pull(let source): try await PullStep(self, source).run(&tally)
            case .import(let source): try ImportStep(self).run(source, &tally)
            }
        }
        let pack = try PackStep(self).run(&tally)
        for hook in config.hooks { try HookStep(self, hook).run(&tally, folder: pack.folder) }
        try pack.finish(at: surroundings.now())
        try RemovalStep(self).run(&tally)
    }

    private func writeMetrics(_ tally: RunTally) throws {
        guard let metrics = config.metrics else { return }
        try Metrics(tally, config).write(to: metrics)
    }

    func log(_ level: LogEntry.Level, _ step: LogEntry.Step, _ message: String) {
        surroundings.log(LogEntry(time: surroundings.now(), level: level, step: step, message: message))
    }
}
