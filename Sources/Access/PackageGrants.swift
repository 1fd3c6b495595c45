import Model

/// The rows of a person's assignments: each known resource role of each package, and at least one row for each
/// assignment ("nothing vanishes").
struct PackageGrants: Sendable {
    private(set) var grants: [Grant] = []
    private var edges = ObservedEdges()
    /// The place in `grants` of the last that is about a role.
    private var last = RoleTable<Int>()
    /// By place: the place before it that is about the same role, and when an ended grant's access ended.
    private var chain: [(previous: Int?, end: Instant?)] = []

    /// Turns to the next person.
    mutating func begin(_ person: PersonEdges, _ tenant: Tenant) {
        grants.removeAll(keepingCapacity: true)
        last.removeAll()
        chain.removeAll(keepingCapacity: true)
        guard !person.assignments.isEmpty else { return }
        edges.begin(person, tenant)
        for assignment in person.assignments {
            let term = AssignmentTerm(of: assignment, at: tenant.moment)
            guard let roles = assignment.package?.roles, !roles.isEmpty else {
                add(assignment, term, role: nil, inEffect: .unknown)
                continue
            }
            for role in roles {
                let inEffect = person.isKnown ? edges.inEffect(role, startsAt: term.startsAt) : .unknown
                add(assignment, term, role: role.role, inEffect: inEffect)
            }
        }
    }

    private mutating func add(
        _ assignment: Assignment, _ term: AssignmentTerm, role: ResourceRole?, inEffect: InEffect
    ) {
        chain.append((role.flatMap { last[$0] }, term.endedAt))
        if let role { last[role] = grants.count }
        grants.append(
            Grant(
                kind: .package, held: role, assignment: assignment, assignmentId: assignment.id,
                startsAt: term.startsAt, until: term.until, status: term.status, inEffect: inEffect,
                observedAt: assignment.observedAt))
    }

    /// Goes through the places of the grants of a role, the last first.
    private func forEachPlace(of role: ResourceRole, _ body: (Int) -> Void) {
        var place = last[role]
        while let here = place {
            body(here)
            place = chain[here].previous
        }
    }

    /// How a directly observed edge is told of (ACCESS.md 3, "explained edges").
    enum Explanation: Equatable {
        /// By nothing: the edge has a row of its own.
        case none
        /// By a live grant.
        case live
        /// By a grant that ended after the edge was observed; the latest such end.
        case ended(Instant)

        var end: Instant? {
            if case .ended(let end) = self { end } else { nil }
        }
    }

    func explanation(of role: ResourceRole, observedAt: Instant) -> Explanation {
        var isLive = false
        var latest: Instant?
        forEachPlace(of: role) { place in
            isLive = isLive || grants[place].status.isLive
            if let end = chain[place].end, end > observedAt { latest = max(end, latest ?? end) }
        }
        return isLive ? .live : latest.map(Explanation.ended) ?? .none
    }

    /// The latest end of the live and scheduled grants of a role; nil where there are none.
    func latestEnd(of role: ResourceRole) -> Until? {
        var latest: Until?
        forEachPlace(of: role) { place in
            let grant = grants[place]
            guard grant.status.isLive || grant.status == .scheduled else { return }
            latest = max(grant.until.until, latest ?? grant.until.until)
        }
        return latest
    }

    /// The names of the first package that gives the role now, and of the first that gave it and has ended.
    func names(of role: ResourceRole) -> (live: String?, ended: String?) {
        var names: (live: String?, ended: String?) = (nil, nil)
        forEachPlace(of: role) { place in
            let grant = grants[place]
            let name = grant.assignment?.package?.name
            if grant.status.isLive, name != nil { names.live = name }
            if grant.status == .ended { names.ended = name }
        }
        return names
    }
}
