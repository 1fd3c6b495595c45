import Model

/// Which resource roles a person is directly seen to hold.
struct ObservedEdges: Sendable {
    private var held = RoleTable<Bool>()

    /// Turns to the next person.
    mutating func begin(_ person: PersonEdges, _ tenant: Tenant) {
        held.removeAll()
        for edge in person.memberships { held[tenant.groups[Int(edge.group)].member.number] = true }
        for edge in person.ownerships { held[tenant.groups[Int(edge.group)].owner.number] = true }
        for edge in person.appRoles { held[edge.role.number] = true }
    }

    /// Whether the directory shows what the package grants (ACCESS.md 3, inEffect).
    func inEffect(_ role: PackagedRole, startsAt: Instant?) -> InEffect {
        if held[role.role.number] != nil { return .yes }
        guard case .complete(let observedAt) = role.edges else { return .unknown }
        if let startsAt, startsAt > observedAt { return .unknown }
        return .no
    }
}
