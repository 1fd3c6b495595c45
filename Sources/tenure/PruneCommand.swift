import ArgumentParser
import Foundation
import Model
import Store

struct PruneCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prune",
        abstract: "Forget what only moments before a cut need, where policy allows it.",
        discussion: """
            Whatever is asked for a moment from the cut on stays the same; a moment before it can be asked no more. \
            The manual tells what goes and what stays. Nothing is ever forgotten by itself.

              tenure prune --keep 24months --dry-run
              tenure prune --keep 400d
              tenure prune --keep 2026-01-01 --keep-events
            """)

    @OptionGroup var database: DatabaseOption

    @Option(
        help: ArgumentHelp(
            "How far back one can still ask: 400d, 26weeks, 24months, 7years, counted from the newest snapshot, or "
                + "the day from which on all is kept.", valueName: "time"), transform: Keeping.init)
    var keep: Keeping

    @Flag(help: "Keep all requests, approvals, decisions and audit events, however old.")
    var keepEvents = false

    @Flag(help: "Say what would be forgotten, and forget nothing.")
    var dryRun = false

    func run() throws {
        guard FileManager.default.fileExists(atPath: database.path) else {
            throw StoreError.missing(path: database.path)
        }
        let now = Clock.now
        let store = try TenureDatabase.openForWriting(database.path)
        let snapshots = try store.reading { try SnapshotList($0) }
        guard let newest = snapshots.newestState else { throw StoreError.empty(path: database.path) }
        ClockNote.tell(snapshots.snapshots, now: now)
        // A clock that runs ahead must not make a tenant's history old.
        let cut = keep.cut(from: min(now, newest.observedAt))
        let summary = try store.prune(before: cut, now: now, keepingEvents: keepEvents, isTrial: dryRun)
        try store.close()
        print(text(summary))
    }

    private func text(_ summary: PruneSummary) -> String {
        let width = summary.counts.map(\.table.count).max() ?? 0
        var lines = summary.counts.map { "  \($0.table.padding(to: width))  \($0.rows)" }
        let verb = dryRun ? "would be forgotten" : "forgotten"
        lines.append(
            "\(summary.total) rows \(verb) in \(database.path); history \(dryRun ? "would begin" : "begins") at "
                + "\(summary.historyBegins)")
        if !dryRun, summary.total > 0 {
            lines.append(
                summary.freed.map { "\($0) bytes were given back" }
                    ?? "there was no room to make the file smaller; the next imports use what is free in it")
        }
        return lines.joined(separator: "\n")
    }
}
