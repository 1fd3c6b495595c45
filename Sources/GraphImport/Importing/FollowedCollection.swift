public import Model
public import Store

/// A collection of which Graph can tell what changed since it was imported.
public struct FollowedCollection: Sendable {
    /// The request path.
    public let path: String
    /// The link to what changed since.
    public let link: String
    /// When the whole collection was read last.
    public let wholeAt: Instant
    /// The ids of the objects that a pull asks for what hangs on them.
    public let objects: [String]

    /// Users from outside are asked for their sponsors (ACCESS.md 2).
    private static let external = """
        lower(userType) = 'guest' OR externalUserState <> '' OR userPrincipalName LIKE '%#EXT#%'
        """

    /// Those of a database.
    public static func all(_ connection: Connection) throws -> [FollowedCollection] {
        let links = DeltaLinks(connection)
        return try [
            ("users", Entity.user, external), ("groups", .directoryGroup, "1"),
            ("servicePrincipals", .servicePrincipal, "1"),
        ]
        .compactMap { path, entity, condition in
            guard let link = try links.newest(entity.name) else { return nil }
            return FollowedCollection(
                path: path, link: link.address, wholeAt: link.wholeAt,
                objects: try links.ids(entity.name, where: condition))
        }
    }
}
