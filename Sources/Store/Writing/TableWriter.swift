import GRDB

/// Writes the versions of one table's objects: a new version only where something changed.
public final class TableWriter {
    let shape: TableShape
    let snapshot: SnapshotNumber
    let statements: TableStatements
    private let merging: Merging
    /// What this import told.
    @exclusivity(unchecked) private(set) var told: ObjectKeys
    /// Whether this import told an object twice, and differently.
    private(set) var isContested = false
    @exclusivity(unchecked) private var scratch: [StoredValue?] = []
    /// For what is new where nothing was before.
    private let fresh: BulkInsert?

    init(_ database: Database, shape: TableShape, snapshot: SnapshotNumber) throws {
        self.shape = shape
        self.snapshot = snapshot
        statements = try TableStatements(database, shape: shape)
        merging = Merging(shape: shape)
        told = ObjectKeys(shape)
        fresh =
            snapshot.isFirst
            ? try BulkInsert(
                database, into: shape.name,
                columns: shape.keys + ["since"] + shape.columns.map { "\"\($0)\"" }, onConflict: .replace)
            : nil
    }

    /// Takes objects as told.
    func recall(parent: Int64?, keys: some Sequence<Int64>) { told.insert(parent: parent, keys: keys) }

    /// Ends the version that is open.
    ///
    /// - Returns: whether there was one.
    func close(parent: Int64?, key: Int64) throws -> Bool {
        try flush()
        return try statements.end(parent, key, at: snapshot.number) > 0
    }

    /// Writes what waits for more of its kind.
    func flush() throws { try fresh?.flush() }

    /// Merges what a file says into what is known. An absent value (nil) is not said: the last one stands.
    ///
    /// - Returns: whether that made a new version.
    func record(parent: Int64?, key: Int64, values: [StoredValue?]) throws -> Bool {
        let isFirst = told.insert(parent: parent, key: key)
        try flush()
        return try merge(parent, key, values, isFirst: isFirst)
    }

    /// As above; what most often happens takes a short way: an object is new, or it is as it was.
    func record(parent: Int64?, key: Int64, cells: UnsafeBufferPointer<Cell>) throws -> Bool {
        let isFirst = told.insert(parent: parent, key: key)
        if isFirst, let fresh {
            if shape.isChild { try fresh.add(.integer(parent ?? 0)) }
            try fresh.add(.integer(key))
            try fresh.add(.integer(snapshot.number))
            for cell in cells { try fresh.add(cell) }
            return true
        }
        try flush()
        if try isKnown(parent, key, cells) { return false }
        scratch.removeAll(keepingCapacity: true)
        for cell in cells { scratch.append(StoredValue(cell)) }
        return try merge(parent, key, scratch, isFirst: isFirst)
    }

    /// Whether the last version says the same. Where that takes more than a look, it says no.
    private func isKnown(_ parent: Int64?, _ key: Int64, _ cells: UnsafeBufferPointer<Cell>) throws -> Bool {
        guard shape.growing == nil else { return false }
        let find = statements.find
        statements.bindKeys(find, parent, key)
        defer { find.reset() }
        guard try find.step(), find.isNull(1), merging.says(cells, what: find) else { return false }
        if shape.kind == .state { return true }
        // Of an event the versions of other observations count, too.
        let since = find.integer(0) ?? 0
        return try snapshot.isNotBefore(since) && !find.step()
    }

    private func merge(
        _ parent: Int64?, _ key: Int64, _ values: [StoredValue?], isFirst: Bool
    ) throws -> Bool {
        let isNew =
            switch shape.kind {
            case .state: try recordState(parent, key, values)
            case .event: try recordEvent(parent, key, values)
            }
        if isNew, !isFirst { isContested = true }
        return isNew
    }

    private func recordState(_ parent: Int64?, _ key: Int64, _ values: [StoredValue?]) throws -> Bool {
        let versions = try statements.versions(parent, key, limit: 2)
        guard let latest = versions.first else {
            try write(parent, key, values.map { $0 ?? .null })
            return true
        }
        let merged = merging.merge(values, onto: latest.values)
        if latest.until == nil {
            if merged == latest.values { return false }
            if latest.since == snapshot.number {
                // A later file of the same import changes it back: the version before goes on.
                if let before = versions.dropFirst().first, before.until == snapshot.number,
                    before.values == merged
                {
                    try statements.remove(parent, key, since: snapshot.number)
                    try statements.reopen(parent, key, endedAt: snapshot.number)
                    return true
                }
            } else {
                try statements.end(parent, key, at: snapshot.number)
            }
        }
        try write(parent, key, merged)
        return true
    }

    /// Versions of an event are ordered by the moment of their observation, which an import of older files
    /// does not keep to.
    private func recordEvent(_ parent: Int64?, _ key: Int64, _ values: [StoredValue?]) throws -> Bool {
        let versions = try statements.versions(parent, key, limit: .max)
        let before = versions.filter { snapshot.isNotBefore($0.since) }
            .max { snapshot.precedes($0.since, $1.since) }
        let merged = merging.merge(values, onto: before?.values ?? values.map { _ in .null })
        if let before, merged == before.values { return false }
        if before?.since == snapshot.number {
            let previous = versions.filter { $0.since != snapshot.number && snapshot.isNotBefore($0.since) }
                .max { snapshot.precedes($0.since, $1.since) }
            if let previous, previous.values == merged {
                // A later file of the same import changes it back.
                try statements.remove(parent, key, since: snapshot.number)
                return true
            }
        }
        try write(parent, key, merged)
        return true
    }

    private func write(_ parent: Int64?, _ key: Int64, _ values: [StoredValue]) throws {
        try statements.insert(parent, key, since: snapshot.number, values)
    }
}
