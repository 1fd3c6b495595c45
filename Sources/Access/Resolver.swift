import Model

/// Turns the edges of one person into rows: pure, without any knowledge of where edges come from.
public struct Resolver: Sendable {
    public let tenant: Tenant
    private var ascents: Ascents

    public init(tenant: Tenant) {
        self.tenant = tenant
        ascents = Ascents(graph: tenant.graph)
    }

    /// Every grant of the person in the order of the report (ACCESS.md 3 and 5).
    public mutating func grants(of person: PersonEdges) -> [Grant] {
        let packages = PackageGrants(of: person, tenant: tenant)
        let direct = DirectGrants(of: person, tenant: tenant, packages: packages)
        let memberships = Memberships(of: person, tenant: tenant, packages: packages, direct: direct)

        var grants = packages.grants + direct.grants
        grants += nestedGrants(of: memberships)
        for held in memberships.held {
            grants += conveyed(by: held)
        }
        grants += person.directoryRoles.map { ownRole($0) }
        if person.isKnown { AccessUntil.fill(&grants) } else { AccessUntil.separate(&grants) }
        return Grant.inOrder(grants)
    }

    /// A directory role of the person itself.
    private func ownRole(_ role: DirectoryRoleGrant) -> Grant {
        Grant(
            kind: role.kind == .eligible ? .roleEligibility : .roleAssignment, resource: role.role,
            role: Role(id: role.role.id, name: role.role.name ?? role.role.id), roleScope: role.scope,
            assignmentId: role.id, startsAt: role.startsAt, until: role.until,
            status: role.status(at: tenant.moment), observedAt: role.observedAt)
    }

    /// What a group conveys to its direct members: app roles, active and eligible directory roles. Its
    /// observation is that of the assignment or schedule (ACCESS.md 5, observedAt).
    private func conveyed(by held: Memberships.Held) -> [Grant] {
        let group = tenant.groups[Int(held.group)]
        let appRoles = group.appRoles.map { assignment in
            Grant(
                kind: .groupAssignment, resource: assignment.resource, role: assignment.role,
                via: [held.group], assignmentId: assignment.id, startsAt: assignment.createdAt,
                until: StatedUntil.open.limited(by: held.until),
                observedAt: assignment.observedAt)
        }
        let directoryRoles = group.directoryRoles.map { role in
            Grant(
                kind: role.kind == .eligible ? .roleEligibility : .groupAssignment, resource: role.role,
                role: Role(id: role.role.id, name: role.role.name ?? role.role.id), roleScope: role.scope,
                via: [held.group], assignmentId: role.id, startsAt: role.startsAt,
                until: role.until.limited(by: held.until), status: role.status(at: tenant.moment),
                observedAt: role.observedAt)
        }
        return appRoles + directoryRoles
    }

    /// One row for each group that the person's own groups lead to.
    private mutating func nestedGrants(of memberships: Memberships) -> [Grant] {
        struct Way {
            var start: Memberships.Held
            var ascent: Ascent
            var step: Ascent.Step
            var pathCount: Int
            var until: Until
        }
        var ways: [GroupGraph.Index: Way] = [:]
        // In the order of ids: among equally short paths the smallest group nearest the person wins.
        for held in memberships.held {
            let ascent = ascents.ascent(from: held.group)
            for step in ascent.steps {
                guard var way = ways[step.group] else {
                    ways[step.group] = Way(
                        start: held, ascent: ascent, step: step, pathCount: 1, until: held.until)
                    continue
                }
                way.pathCount += 1
                way.until = max(way.until, held.until)
                if step.length < way.step.length {
                    way.start = held
                    way.ascent = ascent
                    way.step = step
                }
                ways[step.group] = way
            }
        }
        return ways.map { group, way in
            let resource = tenant.groups[Int(group)].resource
            return Grant(
                kind: .nestedGroup, resource: resource, role: .member(of: resource.id),
                via: way.ascent.path(to: way.step), pathCount: way.pathCount,
                until: .membership(way.until), observedAt: min(way.start.observedAt, way.step.observedAt))
        }
    }
}
