import Model

/// What the directory shows of a person itself: memberships, ownerships, app roles. Each has a row as far as no
/// package and no schedule tells of it; schedules of memberships and ownerships have rows of their own.
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

    /// In the order of the groups' ids.
    private(set) var memberships: [Membership] = []

    init(of person: PersonEdges, _ tenant: Tenant, _ packages: PackageGrants, to grants: inout [Grant]) {
        let schedules = ScheduledEdges(of: person, tenant, packages, to: &grants)
        memberships.reserveCapacity(person.memberships.count)
        for membership in schedules.memberships(person.memberships) {
            let terms = schedules.terms(.member, of: membership.edge)
            add(membership, tenant, packages, terms, to: &grants)
        }
        for edge in person.ownerships {
            let role = tenant.groups[Int(edge.group)].owner
            guard packages.explanation(of: role, observedAt: edge.observedAt) == .none,
                !schedules.terms(.owner, of: edge).isTold
            else { continue }
            grants.append(Grant(kind: .direct, held: role, observedAt: edge.observedAt))
        }
        for edge in person.appRoles
        where packages.explanation(of: edge.role, observedAt: edge.observedAt) == .none {
            grants.append(
                Grant(
                    kind: .direct, held: edge.role, assignmentId: edge.id, startsAt: edge.createdAt,
                    observedAt: edge.observedAt))
        }
    }

    private mutating func add(
        _ membership: ScheduledEdges.Membership, _ tenant: Tenant, _ packages: PackageGrants,
        _ terms: ScheduledEdges.Terms, to grants: inout [Grant]
    ) {
        let edge = membership.edge
        let role = tenant.groups[Int(edge.group)].member
        let isDynamic = tenant.groups[Int(edge.group)].isDynamic
        let explanation = packages.explanation(of: role, observedAt: edge.observedAt)
        let hasOwnRow = membership.isObserved && (isDynamic || explanation == .none && !terms.isTold)
        if hasOwnRow {
            grants.append(
                Grant(kind: isDynamic ? .dynamicRule : .direct, held: role, observedAt: edge.observedAt))
        }
        let isLive = hasOwnRow || explanation == .live || terms.isActive
        let ways = latest(latest(packages.latestEnd(of: role), terms.latest), hasOwnRow ? .open : nil)
        let names = packages.names(of: role)
        let ownWay: Entrance = isDynamic ? .rule : terms.isActivation ? .activated : .member
        memberships.append(
            Membership(
                group: edge.group,
                // Where only ended grants explain the edge, whatever is scheduled beside them does not count.
                until: (isLive ? ways : latest(explanation.end, terms.ended).map(Until.date)) ?? .unknown,
                observedAt: edge.observedAt, entrance: names.live.map(Entrance.package) ?? ownWay,
                ended: names.ended))
    }
}

extension DirectGrants.Membership {
    /// How the person came in, as far as it matters to something that ends with this.
    func entrance(for until: StatedUntil) -> Entrance {
        if case .package = entrance { return entrance }
        return until.source == .membership ? ended.map(Entrance.endedPackage) ?? entrance : entrance
    }
}
