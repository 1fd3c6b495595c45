import Model

/// Which resource roles a person is directly seen to hold.
struct ObservedEdges {
    private var held: Set<RoleKey> = []

    init(of person: PersonEdges, tenant: Tenant) {
        for edge in person.memberships {
            let group = tenant.groups[Int(edge.group)].resource
            held.insert(RoleKey(group, roleId: Role.member(of: group.id).id))
        }
        for edge in person.ownerships {
            let group = tenant.groups[Int(edge.group)].resource
            held.insert(RoleKey(group, roleId: Role.owner(of: group.id).id))
        }
        for edge in person.appRoles {
            held.insert(RoleKey(edge.resource, roleId: edge.role.id))
        }
    }

    /// Whether the directory shows what the package grants (ACCESS.md 3, inEffect).
    func inEffect(_ role: ResourceRole, startsAt: Instant?) -> InEffect {
        if held.contains(RoleKey(role.resource, roleId: role.role.id)) {
            return .yes
        }
        guard case .complete(let observedAt) = role.edges else { return .unknown }
        if let startsAt, startsAt > observedAt { return .unknown }
        return .no
    }
}
