/// Why a collection is not known completely.
public indirect enum Shortfall: Sendable, Equatable, CustomStringConvertible {
    case notImported
    /// Its last import was not complete.
    case notWhole
    /// Of the objects of this entity, each of which has such a collection, so many have none that is complete.
    case parts(lacking: Int, all: Int, of: String)
    /// The entity that it hangs on is not complete itself.
    case above(String, Shortfall)

    /// In English, as `collections.detail` has it; pages say it in their own language.
    public var description: String {
        switch self {
        case .notImported: "not imported"
        case .notWhole: "its last import was not complete"
        case .parts(let lacking, let all, let entity):
            "\(lacking) of \(all) \(Shortfall.noun(entity)) not imported completely"
        case .above(let entity, let shortfall): "\(Shortfall.noun(entity)): \(shortfall)"
        }
    }

    /// What has collections of its own, in the plural.
    private static func noun(_ entity: String) -> String {
        let nouns = [
            "directoryGroup": "groups", "servicePrincipal": "applications", "catalog": "catalogs",
            "accessPackage": "packages", "connectedOrganization": "connected organizations",
            "assignmentRequest": "requests", "reviewDefinition": "reviews",
            "reviewInstance": "runs of reviews",
        ]
        return nouns[entity] ?? entity
    }
}
