import Model

/// Which resource roles a person is directly seen to hold.
struct ObservedEdges {
    private var held: Set<String> = []

    init(of person: PersonEdges, tenant: Tenant) {
        for edge in person.memberships {
            let group = tenant.groups[Int(edge.group)].resource.id
            held.insert(ObservedEdges.key(.group, group, Role.member(of: group).id))
        }
        for edge in person.ownerships {
            let group = tenant.groups[Int(edge.group)].resource.id
            held.insert(ObservedEdges.key(.group, group, Role.owner(of: group).id))
        }
        for edge in person.appRoles {
            held.insert(ObservedEdges.key(.application, edge.resource.id, edge.role.id))
        }
    }

    /// Whether the directory shows what the package grants (ACCESS.md 3, inEffect).
    func inEffect(_ role: ResourceRole, startsAt: Instant?) -> InEffect {
        if held.contains(ObservedEdges.key(role.resource.type, role.resource.id, role.role.id)) {
            return .yes
        }
        guard case .complete(let observedAt) = role.edges else { return .unknown }
        if let startsAt, startsAt > observedAt { return .unknown }
        return .no
    }

    private static func key(_ type: ResourceType, _ resource: String, _ role: String) -> String {
        type.rawValue + "\n" + resource + "\n" + role
    }
}
