import Model

/// Which version of an event counts at T, and whether the event counts at all (ACCESS.md 1, "Events").
struct EventVersions<Value> {
    struct Version {
        let observedAt: Instant
        /// The snapshot that brought it.
        let number: Int64
        /// The event's own moment as this version tells it.
        let moment: Instant?
        let value: Value
    }

    private var versions: [Version] = []

    /// A version that is there already is not taken again.
    mutating func add(_ snapshot: Int64, _ asOf: AsOf, moment: Instant?, value: Value) {
        guard !versions.contains(where: { $0.number == snapshot }) else { return }
        versions.append(
            Version(observedAt: asOf.observed(snapshot), number: snapshot, moment: moment, value: value))
    }

    /// The version that counts: the last observed at or before T, else the first seen. An event first seen
    /// undated begins with its first dated version.
    func counting(at moment: Instant) -> Value? {
        let sorted = versions.sorted { ($0.observedAt, $0.number) < ($1.observedAt, $1.number) }
        guard let first = sorted.first else { return nil }
        let known = sorted.lastIndex { $0.observedAt <= moment } ?? 0
        guard let dated = sorted.firstIndex(where: { $0.moment != nil }) else {
            return first.observedAt <= moment ? sorted[known].value : nil
        }
        let chosen = sorted[max(known, dated)]
        return (chosen.moment ?? first.observedAt) <= moment ? chosen.value : nil
    }
}
