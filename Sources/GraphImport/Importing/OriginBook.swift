import Store

/// The objects of which the file that is being read told something new, by collection.
struct OriginBook {
    private struct Place: Hashable {
        let plan: Int
        let parent: Int64
    }

    private var keys: [Place: [Int64]] = [:]

    mutating func add(_ plan: EntityPlan, parent: Int64?, _ key: Int64) {
        keys[Place(plan: plan.number, parent: plan.shape.isChild ? parent ?? 0 : 0), default: []].append(key)
    }

    /// Writes them down where they have become many: a file may be of any length.
    mutating func endIfLong(_ file: InputFile, _ writer: SnapshotWriter) throws {
        if keys.values.lazy.map(\.count).reduce(0, +) > 1 << 18 { try end(file, writer) }
    }

    /// Writes them down, and forgets them for the next file.
    mutating func end(_ file: InputFile, _ writer: SnapshotWriter) throws {
        guard !keys.isEmpty else { return }
        for (place, keys) in keys.sorted(by: { ($0.key.plan, $0.key.parent) < ($1.key.plan, $1.key.parent) })
        {
            guard let plan = EntityPlan.numbered(place.plan) else { continue }
            try writer.came(from: file.path, entity: plan.entity.name, parent: place.parent, keys: keys)
        }
        keys.removeAll(keepingCapacity: true)
    }
}
