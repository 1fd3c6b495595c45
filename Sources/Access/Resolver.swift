public import Model

/// Turns the edges of one person into rows: pure, without any knowledge of where edges come from.
public struct Resolver: Sendable {
    public let tenant: Tenant
    private var ascents: Ascents
    // Kept from person to person, so that their memory is.
    private var packages = PackageGrants()
    private var nested: NestedGrants
    private var accessUntil = AccessUntil()

    public init(tenant: Tenant) {
        self.tenant = tenant
        ascents = Ascents(graph: tenant.graph)
        nested = NestedGrants(groupCount: tenant.groups.count)
    }

    /// Every grant of the person in the order of the report (ACCESS.md 3 and 5).
    ///
    /// - Parameter isWanted: chooses whole resources, or statuses that convey nothing: what it refuses has no
    ///   part in when access ends.
    public mutating func grants(
        of person: PersonEdges, where isWanted: (ResourceRole?, GrantStatus) -> Bool = { _, _ in true }
    ) -> GrantList {
        var grants: [Grant] = []
        packages.add(of: person, tenant, to: &grants)
        let direct = DirectGrants(of: person, tenant, packages, to: &grants)
        let ascents = direct.memberships.map { self.ascents.ascent(from: $0.group) }
        nested.add(of: direct.memberships, ascents, tenant, to: &grants)
        for (membership, ascent) in zip(direct.memberships, ascents) {
            addConveyed(by: membership, path: ascent.own, to: &grants)
        }
        for role in person.directoryRoles { grants.append(grant(of: role)) }
        grants += EligibleGrants(of: person, direct.memberships, tenant, &self.ascents).grants
        var places: [Int] = []
        places.reserveCapacity(grants.count)
        for place in grants.indices where isWanted(grants[place].held, grants[place].status) {
            places.append(place)
        }
        if person.isKnown {
            accessUntil.fill(places, of: &grants)
        } else {
            AccessUntil.separate(places, of: &grants)
        }
        return GrantList(grants, places: places)
    }

    /// What a group conveys to its direct members: app roles, active and eligible directory roles. Its
    /// observation is that of the assignment or schedule (ACCESS.md 5, observedAt).
    private func addConveyed(
        by membership: DirectGrants.Membership, path: GroupPath, to grants: inout [Grant]
    ) {
        let group = Int(membership.group)
        for assignment in tenant.groups[group].appRoles {
            let until = StatedUntil.open.limited(by: membership.until)
            grants.append(
                Grant(
                    kind: .groupAssignment, held: assignment.role, path: path,
                    entrance: membership.entrance(for: until), assignmentId: assignment.id,
                    startsAt: assignment.createdAt, until: until, observedAt: assignment.observedAt))
        }
        for role in tenant.groups[group].directoryRoles {
            let until = role.until.limited(by: membership.until)
            grants.append(
                grant(of: role, until: until, path: path, entrance: membership.entrance(for: until)))
        }
    }

    /// A directory role of the person itself, or through a group.
    private func grant(
        of role: DirectoryRoleGrant, until: StatedUntil? = nil, path: GroupPath? = nil,
        entrance: Entrance? = nil
    ) -> Grant {
        let active: GrantKind = path == nil ? .roleAssignment : .groupAssignment
        return Grant(
            kind: role.kind == .eligible ? .roleEligibility : active, held: role.role, roleScope: role.scope,
            path: path, entrance: entrance, assignmentId: role.id, startsAt: role.startsAt,
            until: until ?? role.until, status: role.status(at: tenant.moment), observedAt: role.observedAt)
    }
}
