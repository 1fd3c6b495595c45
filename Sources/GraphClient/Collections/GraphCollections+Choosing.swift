public import Model

extension GraphCollections {
    /// The collections of these names, such as `users` or `identityGovernance/accessReviews/definitions`; all of them
    /// without names.
    ///
    /// - Throws: `GraphClientError.unknownCollection`.
    public static func chosen(_ names: [String]?, auditsSince: Instant? = nil) throws -> [GraphCollection] {
        let all = all(auditsSince: auditsSince)
        guard let names else { return all }
        return try names.map { name in
            guard let found = all.first(where: { $0.path == name || $0.path.hasSuffix("/" + name) }) else {
                throw GraphClientError.unknownCollection(name)
            }
            return found
        }
    }
}
