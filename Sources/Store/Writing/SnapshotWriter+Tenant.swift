extension SnapshotWriter {
    /// The id of the organization that this database is of; nil while none was imported.
    public func tenantId() throws -> String? {
        try idents.flush()
        let find = try Statement(
            database,
            "SELECT i.id FROM organization o JOIN ident i ON i.key = o.key ORDER BY o.since, o.key LIMIT 1")
        return try find.step() ? find.identifier(0) : nil
    }
}
