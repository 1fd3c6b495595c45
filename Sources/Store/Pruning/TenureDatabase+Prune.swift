import Foundation
import GRDB
public import Model

extension TenureDatabase {
    /// Forgets what only moments before the cut need, in one transaction. Whatever is asked for a moment from the
    /// cut on stays the same.
    ///
    /// - Parameter keepingEvents: whether requests, approvals, decisions and audit events all stay.
    /// - Throws: `StoreError.nothingToPrune` when there is no older snapshot.
    public func prune(
        before moment: Instant, now: Instant, keepingEvents: Bool, isTrial: Bool
    ) throws -> PruneSummary {
        do {
            var summary = try queue.writeWithoutTransaction { database in
                try forget(database, before: moment, now: now, keepingEvents, isTrial: isTrial)
            }
            if !isTrial, summary.total > 0 { summary.freed = giveBack() }
            return summary
        } catch let error as DatabaseError {
            throw StoreError.opening(path, error)
        }
    }

    private func forget(
        _ database: Database, before moment: Instant, now: Instant, _ keepingEvents: Bool, isTrial: Bool
    ) throws -> PruneSummary {
        var counts: [String: Int] = [:]
        var begins = moment
        try database.inTransaction(.immediate) {
            let known = try Pruning(Connection(database: database))
            begins = max(moment, known?.historyBegins ?? moment)
            guard let cut = try PruneCut(database, at: begins) else {
                throw StoreError.nothingToPrune(before: moment.description)
            }
            let parts =
                try [PruneState.run(database, cut)]
                + (keepingEvents ? [] : [PruneEvents.run(database, cut)])
                + [PrunePersons.run(database, cut), PruneLog.run(database, cut)]
            for part in parts { counts.merge(part, uniquingKeysWith: +) }
            guard !isTrial else { return .rollback }
            let total = counts.values.reduce(0, +)
            if total > 0 || known?.historyBegins != begins {
                try Seal.breakIt(database)
                // What pages told may be gone: the next import reads them anew.
                try database.execute(sql: "DELETE FROM page; DELETE FROM pageFields; \(Pruning.sql)")
                try database.execute(
                    sql: "INSERT OR REPLACE INTO pruning VALUES (?, ?, ?)",
                    arguments: [begins.ticks, now.ticks, total])
            }
            return .commit
        }
        return PruneSummary(
            historyBegins: begins,
            counts: counts.filter { $0.value > 0 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }

    /// Makes the file as small as what it holds.
    ///
    /// - Returns: nil when there was no room for that; what was forgotten stays so, and the file's free pages are
    ///   used by the next imports.
    private func giveBack() -> Int? {
        let before = size
        do {
            try queue.writeWithoutTransaction { database in
                try database.execute(
                    sql: "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE; VACUUM")
            }
        } catch {
            return nil
        }
        return max(0, before - size)
    }

    private var size: Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }
}
