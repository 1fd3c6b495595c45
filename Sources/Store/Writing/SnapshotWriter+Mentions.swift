extension SnapshotWriter {
    /// Records that a new version of an audit event names an id, so that it is found by it.
    public func mention(_ audit: Int64, id: Int64) throws {
        mentions.bind(1, id)
        mentions.bind(2, audit)
        mentions.bind(3, number)
        try mentions.run()
    }
}
