public import Model

/// A finished import.
public struct Snapshot: Sendable, Hashable {
    public let number: Int64
    public let observedAt: Instant
    public let observedBy: String
    public let importedAt: Instant
    /// Whether it was observed before the newest one, and so brought events only.
    public let eventsOnly: Bool
    public let tool: String
}

/// All snapshots, in the order in which they were imported.
public struct SnapshotList: Sendable {
    public let snapshots: [Snapshot]
    /// What was forgotten: snapshots before that are only the dates of what still holds.
    public let pruning: Pruning?

    public init(_ connection: Connection) throws {
        let list = try connection.prepare(
            "SELECT number, observedAt, observedBy, importedAt, eventsOnly, tool FROM snapshot ORDER BY number"
        )
        var snapshots: [Snapshot] = []
        while try list.step() {
            snapshots.append(
                Snapshot(
                    number: list.integer(0) ?? 0, observedAt: list.instant(1) ?? Instant(ticks: 0),
                    observedBy: list.text(2) ?? "", importedAt: list.instant(3) ?? Instant(ticks: 0),
                    eventsOnly: list.boolean(4) ?? false, tool: list.text(5) ?? ""))
        }
        self.snapshots = snapshots
        pruning = try Pruning(connection)
    }

    /// The earliest moment that can be asked for; nil when there is no snapshot.
    public var historyBegins: Instant? {
        pruning?.historyBegins ?? snapshots.first { !$0.eventsOnly }?.observedAt
    }

    /// The newest one that brought state.
    public var newestState: Snapshot? {
        snapshots.last { !$0.eventsOnly }
    }

    /// The snapshot whose state holds at the moment: the last observed at or before it.
    public func state(at moment: Instant) -> Snapshot? {
        snapshots.last { !$0.eventsOnly && $0.observedAt <= moment }
    }

    /// When each snapshot was observed.
    public var observations: [Int64: Instant] {
        Dictionary(uniqueKeysWithValues: snapshots.map { ($0.number, $0.observedAt) })
    }
}
