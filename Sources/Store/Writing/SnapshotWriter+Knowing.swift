extension SnapshotWriter {
    /// Whether the object is there now: in an earlier snapshot and not closed, or in this one.
    public func knows(_ shape: TableShape, key: Int64) throws -> Bool {
        try table(shape).flush()
        let find = try Statement(
            database, "SELECT 1 FROM \(shape.name) WHERE key = ? AND until IS NULL LIMIT 1")
        find.bind(1, key)
        return try find.step()
    }
}
