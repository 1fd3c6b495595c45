import GRDB
import Model

/// The snapshot being written, and when all of them were observed.
struct SnapshotNumber {
    let number: Int64
    let observedAt: Instant
    /// The snapshot before this one, of whatever kind; nil for the first.
    let previous: Int64?
    /// Whether nothing was there before.
    var isFirst: Bool { previous == nil }
    private let observations: [Int64: Instant]

    init(_ database: Database, observedAt: Instant) throws {
        var observations: [Int64: Instant] = [:]
        let list = try Statement(database, "SELECT number, observedAt FROM snapshot ORDER BY number")
        while try list.step() {
            observations[list.integer(0) ?? 0] = list.instant(1)
        }
        previous = observations.keys.max()
        number = (previous ?? 0) + 1
        observations[number] = observedAt
        self.observedAt = observedAt
        self.observations = observations
    }

    /// Whether this snapshot was observed at or after the other one.
    func isNotBefore(_ other: Int64) -> Bool {
        (observations[other] ?? observedAt) <= observedAt
    }

    /// Earlier observed, or of the same moment and earlier imported.
    func precedes(_ left: Int64, _ right: Int64) -> Bool {
        let leftMoment = observations[left] ?? observedAt
        let rightMoment = observations[right] ?? observedAt
        return leftMoment == rightMoment ? left < right : leftMoment < rightMoment
    }
}
