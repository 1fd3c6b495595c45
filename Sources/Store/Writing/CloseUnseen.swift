import GRDB

/// Closes what complete collections of one table no longer hold.
struct CloseUnseen {
    private let hasParent: Bool
    private let list: Statement
    private let close: Statement
    private let snapshot: Int64

    /// - Parameter ofParent: whether the collections are told apart by their parent.
    init(_ database: Database, _ shape: TableShape, ofParent: Bool, snapshot: Int64) throws {
        self.snapshot = snapshot
        let scope = ofParent ? shape.parentColumn.map { "\($0) = ?2" } : nil
        hasParent = scope != nil
        list = try Statement(
            database,
            "SELECT key FROM \(shape.name) WHERE \(scope.map { "\($0) AND " } ?? "")"
                + "until IS NULL AND since < ?1 ORDER BY key")
        let own = shape.isChild ? "parent = ?3 AND key = ?2" : "key = ?2"
        close = try Statement(
            database, "UPDATE \(shape.name) SET until = ?1 WHERE \(own) AND until IS NULL AND since < ?1")
    }

    /// - Parameters:
    ///   - seen: the keys that the collection holds, in their order.
    ///   - mostly: true to refuse closing more than a fifth (and more than ten) of what was there.
    /// - Returns: how many were closed; nil when that was refused.
    func run(parent: Int64?, seen: ContiguousArray<UInt32>, mostly: Bool) throws -> Int? {
        let (gone, all) = try gone(parent, seen)
        if mostly, gone.count > 10, gone.count * 5 > all { return nil }
        for key in gone {
            close.bind(1, snapshot)
            close.bind(2, key)
            if close.parameterCount > 2 { close.bind(3, parent) }
            try close.run()
        }
        return gone.count
    }

    /// What was there before this import and was not seen in it; and how many there were.
    private func gone(_ parent: Int64?, _ seen: ContiguousArray<UInt32>) throws -> ([Int64], all: Int) {
        list.bind(1, snapshot)
        if hasParent { list.bind(2, parent) }
        defer { list.reset() }
        var (gone, all, place) = ([Int64](), 0, 0)
        while try list.step() {
            let key = list.integer(0) ?? 0
            all += 1
            while place < seen.count, Int64(seen[place]) < key { place += 1 }
            if place == seen.count || Int64(seen[place]) != key { gone.append(key) }
        }
        return (gone, all)
    }
}
