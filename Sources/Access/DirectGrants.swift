import Model

/// The rows of what the directory shows of a person itself: memberships, ownerships, app roles, as far as no
/// package tells of them.
struct DirectGrants {
    private(set) var grants: [Grant] = []

    init(of person: PersonEdges, tenant: Tenant, packages: PackageGrants) {
        for edge in person.memberships {
            let group = tenant.groups[Int(edge.group)]
            let role = Role.member(of: group.resource.id)
            if group.isDynamic {
                add(.dynamicRule, group.resource, role, observedAt: edge.observedAt)
            } else if packages.doNotExplain(group.resource, role, observedAt: edge.observedAt) {
                add(.direct, group.resource, role, observedAt: edge.observedAt)
            }
        }
        for edge in person.ownerships {
            let group = tenant.groups[Int(edge.group)].resource
            let role = Role.owner(of: group.id)
            if packages.doNotExplain(group, role, observedAt: edge.observedAt) {
                add(.direct, group, role, observedAt: edge.observedAt)
            }
        }
        for edge in person.appRoles
        where packages.doNotExplain(edge.resource, edge.role, observedAt: edge.observedAt) {
            add(
                .direct, edge.resource, edge.role, assignmentId: edge.id, startsAt: edge.createdAt,
                observedAt: edge.observedAt)
        }
    }

    private mutating func add(
        _ kind: GrantKind, _ resource: Resource, _ role: Role, assignmentId: String? = nil,
        startsAt: Instant? = nil, observedAt: Instant
    ) {
        grants.append(
            Grant(
                kind: kind, resource: resource, role: role, assignmentId: assignmentId, startsAt: startsAt,
                observedAt: observedAt))
    }
}

extension PackageGrants {
    func doNotExplain(_ resource: Resource, _ role: Role, observedAt: Instant) -> Bool {
        if case .none = explanation(of: resource, roleId: role.id, observedAt: observedAt) { return true }
        return false
    }
}
