/// Who is no longer there by the last word of the delta pages of an import.
///
/// They are closed when all else is taken: an object can come several times, in any order of pages (GRAPH.md 6), and
/// a list of the same import may have been read before the changes were.
struct RemovalBook {
    struct Object: Hashable {
        /// Of the plan.
        let number: Int
        let parent: Int64?
        let key: Int64
    }

    private(set) var removed: [Object: Removal] = [:]

    mutating func remove(_ plan: EntityPlan, parent: Int64?, key: Int64, _ removal: Removal) {
        removed[Object(number: plan.number, parent: parent, key: key)] = removal
    }

    /// A later page shows it again.
    mutating func take(back plan: EntityPlan, parent: Int64?, key: Int64) {
        guard !removed.isEmpty else { return }
        removed[Object(number: plan.number, parent: parent, key: key)] = nil
    }
}
