import GRDB

/// Closes what a complete collection no longer holds.
struct CloseUnseen {
    let shape: TableShape
    let parent: Int64?
    let snapshot: Int64
    let database: Database

    /// - Parameters:
    ///   - seen: the keys that the collection holds, in their order.
    ///   - mostly: true to refuse closing more than a fifth (and more than ten) of what was there.
    /// - Returns: how many were closed; nil when that was refused.
    func run(seen: ContiguousArray<UInt32>, mostly: Bool) throws -> Int? {
        let (gone, all) = try gone(seen)
        if mostly, gone.count > 10, gone.count * 5 > all { return nil }
        let own = shape.isChild ? "parent = ?3 AND key = ?2" : "key = ?2 AND ?3 IS ?3"
        let close = try Statement(
            database, "UPDATE \(shape.name) SET until = ?1 WHERE \(own) AND until IS NULL AND since < ?1")
        for key in gone {
            close.bind(1, snapshot)
            close.bind(2, key)
            close.bind(3, parent)
            try close.run()
        }
        return gone.count
    }

    /// What was there before this import and was not seen in it; and how many there were.
    private func gone(_ seen: ContiguousArray<UInt32>) throws -> ([Int64], all: Int) {
        let scope = parent.flatMap { _ in shape.parentColumn }.map { "\($0) = ?1" } ?? "?1 IS NULL"
        let list = try Statement(
            database,
            "SELECT key FROM \(shape.name) WHERE \(scope) AND until IS NULL AND since < ?2 ORDER BY key")
        list.bind(1, parent)
        list.bind(2, snapshot)
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
