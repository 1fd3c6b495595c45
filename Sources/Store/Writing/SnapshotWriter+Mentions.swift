extension SnapshotWriter {
    /// Records which ids a new version of an audit event names, so that it is found by them.
    public func mention(_ audit: Int64, ids: [Int64]) throws {
        for id in ids {
            mentions.bind(1, id)
            mentions.bind(2, audit)
            mentions.bind(3, number)
            try mentions.run()
        }
    }
}
