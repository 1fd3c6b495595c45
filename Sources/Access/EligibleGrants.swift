import Model

/// What a person can activate by PIM for Groups: memberships and ownerships, of the person itself or as a direct
/// member of an eligible group, and what the group would then convey to its direct members.
struct EligibleGrants: Sendable {
    /// A group in which a membership can be activated, by its first way and until the last of all.
    private struct Way {
        let path: GroupPath
        var until: Until
    }

    private(set) var grants: [Grant] = []
    private var ways: [GroupGraph.Index: Way] = [:]
    private let tenant: Tenant

    init(
        of person: PersonEdges, _ memberships: [DirectGrants.Membership], _ tenant: Tenant,
        _ ascents: inout Ascents
    ) {
        self.tenant = tenant
        for schedule in person.groupSchedules where schedule.kind == .eligible {
            add(schedule, until: schedule.term.until)
            note(schedule, until: schedule.term.until.until, ascents.ascent(from: schedule.group).own)
        }
        for membership in memberships {
            for schedule in tenant.groups[Int(membership.group)].eligibilities {
                let until = schedule.term.until.limited(by: membership.until)
                add(
                    schedule, until: until, path: ascents.ascent(from: membership.group).own,
                    entrance: membership.entrance(for: until))
                note(
                    schedule, until: until.until,
                    ascents.path(membership.group, then: schedule.group))
            }
        }
        guard !ways.isEmpty else { return }
        let held = Set(memberships.map(\.group))
        for (group, way) in ways.sorted(by: { $0.key < $1.key }) {
            addConveyed(by: tenant.groups[Int(group)], way, isMember: held.contains(group))
        }
    }

    private mutating func add(
        _ schedule: GroupSchedule, until: StatedUntil, path: GroupPath? = nil, entrance: Entrance? = nil
    ) {
        grants.append(
            Grant(
                kind: .roleEligibility, held: schedule.role(in: tenant), path: path, entrance: entrance,
                assignmentId: schedule.id, startsAt: schedule.term.startsAt, until: until,
                status: schedule.status(at: tenant.moment), observedAt: schedule.observedAt))
    }

    /// Owners get nothing of what a group conveys. What has not begun can not be activated.
    private mutating func note(_ schedule: GroupSchedule, until: Until, _ path: GroupPath) {
        guard schedule.relation == .member, schedule.status(at: tenant.moment) == .eligible else { return }
        if let known = ways[schedule.group] {
            ways[schedule.group]?.until = max(known.until, until)
        } else {
            ways[schedule.group] = Way(path: path, until: until)
        }
    }

    /// App roles and active directory roles; eligible ones, too, unless the person is a member already and has them
    /// from that.
    private mutating func addConveyed(by group: Tenant.Group, _ way: Way, isMember: Bool) {
        for assignment in group.appRoles {
            addConveyed(
                assignment.role, scope: nil, assignment.id, assignment.createdAt, .open, .active, way,
                observedAt: assignment.observedAt)
        }
        for role in group.directoryRoles where role.kind != .eligible || !isMember {
            addConveyed(
                role.role, scope: role.scope, role.id, role.startsAt, role.until,
                role.status(at: tenant.moment), way, observedAt: role.observedAt)
        }
    }

    private mutating func addConveyed(
        _ role: ResourceRole, scope: String?, _ id: String, _ startsAt: Instant?, _ until: StatedUntil,
        _ status: GrantStatus, _ way: Way, observedAt: Instant
    ) {
        grants.append(
            Grant(
                kind: .roleEligibility, held: role, roleScope: scope, path: way.path, entrance: .eligible,
                assignmentId: id, startsAt: startsAt, until: until.limited(by: way.until),
                status: status == .active ? .eligible : status, observedAt: observedAt))
    }
}
