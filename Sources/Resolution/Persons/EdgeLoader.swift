import Access
import Model
import Store

/// What the directory shows the persons of a batch to hold.
struct EdgeLoader {
    private let members: DirectEdges
    private let owners: DirectEdges
    private let held: HeldRoles
    private let appRoles: BatchQuery
    private let directoryRoles: [(HeldRoles.RoleTable, BatchQuery)]
    private let schedules: GroupSchedules
    private let groupSchedules: [(String, BatchQuery)]

    init(_ state: ReportState) throws {
        members = state.directory.members
        owners = state.directory.owners
        held = state.directory.heldRoles
        let sql = EdgeLoader.sql(state.readings)
        appRoles = try BatchQuery(state.connection, sql.appRoles)
        directoryRoles = try zip(HeldRoles.roleTables, sql.directoryRoles).map { table, sql in
            (table, try BatchQuery(state.connection, sql))
        }
        schedules = GroupSchedules(groupIndex: state.directory.groupIndex, readings: state.readings)
        groupSchedules = try zip(GroupSchedules.tables, sql.groupSchedules).map { table, sql in
            (table, try BatchQuery(state.connection, sql))
        }
    }

    static func sql(
        _ readings: Readings
    ) -> (appRoles: String, directoryRoles: [String], groupSchedules: [String]) {
        (
            HeldRoles.appRoleSQL(holders, readings),
            HeldRoles.roleTables.map { HeldRoles.roleSQL($0.name, holders, readings) },
            GroupSchedules.tables.map { GroupSchedules.sql($0, holders, readings) }
        )
    }

    func load(into batch: inout PersonBatch) throws {
        for (place, key) in batch.keys.enumerated() {
            batch.edges[place].memberships = members.edges(of: key)
            batch.edges[place].ownerships = owners.edges(of: key)
        }
        var edges = batch.edges
        try appRoles.forEachRow(of: batch) { row, place in
            edges[place].appRoles.append(try held.appRole(row))
        }
        for (table, query) in directoryRoles {
            try query.forEachRow(of: batch) { row, place in
                edges[place].directoryRoles.append(try held.directoryRole(row, table))
            }
        }
        for (table, query) in groupSchedules {
            try query.forEachRow(of: batch) { row, place in
                let schedule = schedules.schedule(row, table) { relation, group in
                    (relation == .member ? edges[place].memberships : edges[place].ownerships)
                        .contains { $0.group == group }
                }
                if let schedule { edges[place].groupSchedules.append(schedule) }
            }
        }
        batch.edges = edges
    }

    /// The persons of the batch by position.
    private static let holders =
        "(SELECT position AS place, key FROM temp.person WHERE position BETWEEN ?1 AND ?2)"
}
