import Model

/// The groups that a person is a direct member of, each with the end of that membership (ACCESS.md 3,
/// membershipUntil).
struct Memberships {
    struct Held {
        let group: GroupGraph.Index
        let until: Until
        let observedAt: Instant
    }

    /// In the order of the groups' ids.
    private(set) var held: [Held] = []

    init(of person: PersonEdges, tenant: Tenant, packages: PackageGrants, direct: DirectGrants) {
        let ownRows = Set(
            direct.grants.filter { $0.kind == .direct || $0.kind == .dynamicRule }.compactMap {
                $0.role.map { ExactText($0.id) }
            })
        for edge in person.memberships.sorted(by: { $0.group < $1.group }) {
            let group = tenant.groups[Int(edge.group)].resource
            let roleId = Role.member(of: group.id).id
            let until: Until
            if !ownRows.contains(ExactText(roleId)),
                case .ended(let end) = packages.explanation(
                    of: group, roleId: roleId, observedAt: edge.observedAt)
            {
                // Only ended grants explain the edge, whatever is scheduled beside them.
                until = .date(end)
            } else {
                let ends = packages.grants(of: group, roleId: roleId)
                    .filter { $0.status.isLive || $0.status == .scheduled }.map(\.until.until)
                until = (ownRows.contains(ExactText(roleId)) ? ends + [.open] : ends).max() ?? .unknown
            }
            held.append(Held(group: edge.group, until: until, observedAt: edge.observedAt))
        }
    }
}
