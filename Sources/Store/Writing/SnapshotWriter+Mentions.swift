extension SnapshotWriter {
    /// Records that a new version of an audit event names an id, so that it is found by it.
    public func mention(_ audit: Int64, id: Int64) throws {
        for cell in [id, audit, number] { try mentions.add(.integer(cell)) }
    }
}
