/// A role on a resource: what grants are about.
///
/// Its `RoleBook` makes it once and every grant shares it; so grants are joined and ordered by numbers, not by
/// texts.
public final class ResourceRole: Sendable {
    public let resource: Resource
    public let role: Role
    /// Tells it from all others of its book.
    public let place: Int
    /// The same for all that mean the same resource and role by their ids, whatever they call them.
    let number: Int
    /// Where it stands in the report.
    let order: RoleOrder

    init(_ role: Role, on resource: Resource, place: Int, number: Int) {
        self.resource = resource
        self.role = role
        self.place = place
        self.number = number
        order = RoleOrder(resource.name ?? "", resource.id, role.name, role.id)
    }

    /// Whether both mean the same, whatever they call it.
    public func isSame(as other: ResourceRole) -> Bool {
        number == other.number
    }
}

/// A role that a package grants.
public struct PackagedRole: Sendable {
    public let role: ResourceRole
    /// Whether the directory can show who holds it, and did at T.
    public let edges: EdgeKnowledge

    public init(_ role: ResourceRole, edges: EdgeKnowledge) {
        self.role = role
        self.edges = edges
    }
}
