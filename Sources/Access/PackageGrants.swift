import Model

/// The rows of a person's assignments: each known resource role of each package, and at least one row for each
/// assignment ("nothing vanishes").
struct PackageGrants {
    private(set) var grants: [Grant] = []
    /// Places in `grants` by the resource role they are about.
    private var places: [String: [Int]] = [:]
    /// When an ended grant's access ended, by place.
    private var ends: [Int: Instant] = [:]

    init(of person: PersonEdges, tenant: Tenant) {
        let edges = ObservedEdges(of: person, tenant: tenant)
        for assignment in person.assignments {
            let term = AssignmentTerm(of: assignment, at: tenant.moment)
            guard let roles = assignment.package?.roles, !roles.isEmpty else {
                add(assignment, term, role: nil, inEffect: .unknown)
                continue
            }
            for role in roles {
                let inEffect = person.isKnown ? edges.inEffect(role, startsAt: term.startsAt) : .unknown
                add(assignment, term, role: role, inEffect: inEffect)
            }
        }
    }

    private mutating func add(
        _ assignment: Assignment, _ term: AssignmentTerm, role: ResourceRole?, inEffect: InEffect
    ) {
        let grant = Grant(
            kind: .package, resource: role?.resource, role: role?.role, assignment: assignment,
            assignmentId: assignment.id, startsAt: term.startsAt, until: term.until, status: term.status,
            inEffect: inEffect, observedAt: assignment.observedAt)
        if let role {
            places[PackageGrants.key(role.resource, role.role.id), default: []].append(grants.count)
        }
        ends[grants.count] = term.endedAt
        grants.append(grant)
    }

    private static func key(_ resource: Resource, _ roleId: String) -> String {
        resource.type.rawValue + "\n" + resource.id + "\n" + roleId
    }

    /// The package grants of this resource role.
    func grants(of resource: Resource, roleId: String) -> [Grant] {
        (places[PackageGrants.key(resource, roleId)] ?? []).map { grants[$0] }
    }

    /// How a directly observed edge is told of (ACCESS.md 3, "explained edges").
    enum Explanation {
        /// By nothing: the edge has a row of its own.
        case none
        /// By a live grant.
        case live
        /// By a grant that ended after the edge was observed; the latest such end.
        case ended(Instant)
    }

    func explanation(of resource: Resource, roleId: String, observedAt: Instant) -> Explanation {
        let places = places[PackageGrants.key(resource, roleId)] ?? []
        if places.contains(where: { grants[$0].status.isLive }) { return .live }
        let end = places.compactMap { ends[$0] }.filter { $0 > observedAt }.max()
        return end.map(Explanation.ended) ?? .none
    }
}
