import Access
import Store

/// What groups hold: app roles and directory roles, with the number of the group.
struct GroupRoles {
    let connection: Connection
    let held: HeldRoles
    let readings: Readings

    func addAll(to groups: inout [Tenant.Group], _ groupIndex: [Int64: GroupGraph.Index]) throws {
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
    }

    private static let holders = "(SELECT key AS place, key FROM temp.groupKey)"
}
