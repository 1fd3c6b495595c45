import Model

/// What the directory shows of a person itself: memberships, ownerships, app roles. Each has a row as far as no
/// package tells of it.
struct DirectGrants: Sendable {
    /// A group that the person is a direct member of.
    struct Membership: Sendable {
        let group: GroupGraph.Index
        /// The end of the membership (ACCESS.md 3, membershipUntil).
        let until: Until
        let observedAt: Instant
        /// How the person came into it, and the package that would explain it but has ended.
        let entrance: Entrance
        let ended: String?
    }

    private(set) var grants: [Grant] = []
    /// In the order of the groups' ids.
    private(set) var memberships: [Membership] = []

    init(of person: PersonEdges, tenant: Tenant, packages: PackageGrants) {
        grants.reserveCapacity(person.memberships.count + person.ownerships.count + person.appRoles.count)
        memberships.reserveCapacity(person.memberships.count)
        for edge in person.memberships.sorted(by: { $0.group < $1.group }) {
            let role = tenant.groups[Int(edge.group)].member
            let isDynamic = tenant.groups[Int(edge.group)].isDynamic
            let explanation = packages.explanation(of: role, observedAt: edge.observedAt)
            let hasOwnRow = isDynamic || explanation == .none
            if hasOwnRow { add(isDynamic ? .dynamicRule : .direct, role, observedAt: edge.observedAt) }
            let names = packages.names(of: role)
            memberships.append(
                Membership(
                    group: edge.group,
                    until: DirectGrants.until(role, hasOwnRow: hasOwnRow, explanation, packages),
                    observedAt: edge.observedAt,
                    entrance: names.live.map(Entrance.package) ?? (isDynamic ? .rule : .member),
                    ended: names.ended))
        }
        for edge in person.ownerships {
            let role = tenant.groups[Int(edge.group)].owner
            guard packages.explanation(of: role, observedAt: edge.observedAt) == .none else { continue }
            add(.direct, role, observedAt: edge.observedAt)
        }
        for edge in person.appRoles
        where packages.explanation(of: edge.role, observedAt: edge.observedAt) == .none {
            add(
                .direct, edge.role, assignmentId: edge.id, startsAt: edge.createdAt,
                observedAt: edge.observedAt)
        }
    }

    private static func until(
        _ role: ResourceRole, hasOwnRow: Bool, _ explanation: PackageGrants.Explanation,
        _ packages: PackageGrants
    ) -> Until {
        // Only ended grants explain the edge, whatever is scheduled beside them.
        if !hasOwnRow, case .ended(let end) = explanation { return .date(end) }
        let latest = packages.latestEnd(of: role)
        return hasOwnRow ? max(latest ?? .open, .open) : latest ?? .unknown
    }

    private mutating func add(
        _ kind: GrantKind, _ role: ResourceRole, assignmentId: String? = nil, startsAt: Instant? = nil,
        observedAt: Instant
    ) {
        grants.append(
            Grant(
                kind: kind, held: role, assignmentId: assignmentId, startsAt: startsAt, observedAt: observedAt
            ))
    }
}

extension DirectGrants.Membership {
    /// How the person came in, as far as it matters to something that ends with this.
    func entrance(for until: StatedUntil) -> Entrance {
        if case .package = entrance { return entrance }
        return until.source == .membership ? ended.map(Entrance.endedPackage) ?? entrance : entrance
    }
}
