import Access
import Model
import Store

/// What groups hold: app roles, directory roles and memberships that can be activated, with the number of the
/// group.
struct GroupRoles {
    let connection: Connection
    let held: HeldRoles
    let readings: Readings
    let members: DirectEdges

    /// - Returns: the memberships of groups that only a schedule shows.
    func addAll(
        to groups: inout [Tenant.Group], _ groupIndex: [Int64: GroupGraph.Index], at moment: Instant
    ) throws -> [(member: GroupGraph.Index, parent: GroupGraph.Parent)] {
        let appRoles = try connection.prepare(
            HeldRoles.appRoleSQL(GroupRoles.holders, readings))
        while try appRoles.step() {
            guard let group = groupIndex[appRoles.integer(0) ?? 0] else { continue }
            groups[Int(group)].appRoles.append(try held.appRole(appRoles))
        }
        for table in HeldRoles.roleTables {
            let roles = try connection.prepare(
                HeldRoles.roleSQL(table.name, GroupRoles.holders, readings))
            while try roles.step() {
                guard let group = groupIndex[roles.integer(0) ?? 0] else { continue }
                groups[Int(group)].directoryRoles.append(try held.directoryRole(roles, table))
            }
        }
        return try schedules(groupIndex, at: moment) { groups[Int($0)].eligibilities.append($1) }
    }

    private func schedules(
        _ groupIndex: [Int64: GroupGraph.Index], at moment: Instant,
        addEligibility: (GroupGraph.Index, GroupSchedule) -> Void
    ) throws -> [(member: GroupGraph.Index, parent: GroupGraph.Parent)] {
        let schedules = GroupSchedules(groupIndex: groupIndex, readings: readings)
        var unseen: [(member: GroupGraph.Index, parent: GroupGraph.Parent)] = []
        for table in GroupSchedules.tables {
            let rows = try connection.prepare(GroupSchedules.sql(table, GroupRoles.holders, readings))
            while try rows.step() {
                let key = rows.integer(0) ?? 0
                guard let group = groupIndex[key] else { continue }
                let edges = Set(members.edges(of: key).map(\.group))
                let schedule = schedules.schedule(rows, table) { edges.contains($1) }
                guard let schedule else { continue }
                if schedule.kind == .eligible {
                    addEligibility(group, schedule)
                } else if schedule.relation == .member, schedule.isActive(at: moment),
                    !edges.contains(schedule.group)
                {
                    let parent = GroupGraph.Parent(group: schedule.group, observedAt: schedule.observedAt)
                    unseen.append((member: group, parent: parent))
                }
            }
        }
        return unseen
    }

    private static let holders = "(SELECT key AS place, key FROM temp.groupKey)"
}
