public import Model
public import Store

/// The moment that is asked for and the snapshot whose state holds there (ACCESS.md 1).
public struct AsOf: Sendable {
    public let moment: Instant
    public let snapshot: Snapshot
    let observations: [Int64: Instant]

    /// - Throws: `StoreError.beforeFirst` for a moment before the first snapshot, `StoreError.empty` when there is
    ///   none.
    public init(_ moment: Instant, _ connection: Connection, path: String) throws {
        let list = try SnapshotList(connection)
        guard let first = list.snapshots.first(where: { !$0.eventsOnly }) else {
            throw StoreError.empty(path: path)
        }
        if let pruning = list.pruning, moment < pruning.historyBegins {
            throw StoreError.forgotten(
                asked: moment.description, begins: pruning.historyBegins.description,
                prunedAt: pruning.prunedAt.description)
        }
        guard let snapshot = list.state(at: moment) else {
            throw StoreError.beforeFirst(asked: moment.description, first: first.observedAt.description)
        }
        self.moment = moment
        self.snapshot = snapshot
        observations = list.observations
    }

    /// When a snapshot was observed.
    func observed(_ number: Int64) -> Instant {
        observations[number] ?? snapshot.observedAt
    }

    /// Whether what a snapshot brought was known at the moment.
    func isKnown(_ number: Int64) -> Bool {
        observed(number) <= moment
    }
}
