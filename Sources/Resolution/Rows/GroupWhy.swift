import Access
import Model

/// What a group conveys: which group, and how the person came into it.
struct GroupWhy {
    let grant: Grant
    let via: [AccessRow.Step]
    let memberships: PersonEdges
    let tenant: Tenant

    var sentence: String {
        let path = via.map { $0.name ?? $0.id }.map { "\"\($0)\"" }.joined(separator: ", which is in ")
        let what =
            switch grant.kind {
            case .nestedGroup: "Member through \(path)"
            case .roleEligibility: "Can be activated by members of \(path)"
            default: "Given to members of \(path)"
            }
        return "\(what); \(entrance); \(Why.end(of: grant))\(limit)."
    }

    /// How the person came into the nearest group.
    private var entrance: String {
        guard let nearest = via.first, let index = grant.via.first else { return "the person is in it" }
        let packages = memberships.assignments.filter { assignment in
            assignment.package?.roles.contains { $0.role.id == Role.member(of: nearest.id).id } ?? false
                && AssignmentTerm(of: assignment, at: tenant.moment).status.isLive
        }
        if let name = packages.compactMap({ $0.package?.name }).first {
            return "the person came into it by package \"\(name)\""
        }
        if grant.until.source == .membership, let name = endedPackage(of: nearest) {
            return "the person came into it by package \"\(name)\", which has ended"
        }
        return tenant.groups[Int(index)].isDynamic
            ? "its rule makes the person a member" : "the person is a direct member of it"
    }

    /// The package that gave the membership and ended after it was last seen.
    private func endedPackage(of nearest: AccessRow.Step) -> String? {
        memberships.assignments.first { assignment in
            assignment.package?.roles.contains { $0.role.id == Role.member(of: nearest.id).id } ?? false
                && AssignmentTerm(of: assignment, at: tenant.moment).status == .ended
        }?.package?.name
    }

    private var limit: String {
        grant.until.source == .membership && grant.until.until.kind == .date ? ", with the membership" : ""
    }
}
