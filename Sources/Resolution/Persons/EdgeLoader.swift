import Access
import Model
import Store

/// What the directory shows the persons of a batch to hold.
struct EdgeLoader {
    let connection: Connection
    let readings: Readings
    let directory: TenantDirectory

    func load(into batch: inout PersonBatch) throws {
        var edges = batch.edges
        for table in ["groupMember", "groupOwner"] {
            try batch.forEachRow(connection, EdgeLoader.groupSQL(table)) { row, place in
                let group = row.integer(1) ?? 0
                guard let index = directory.groupIndex[group] else { return }
                let edge = PersonEdges.GroupEdge(
                    group: index,
                    observedAt: readings.observation(
                        table, parents: [group], since: row.integer(2) ?? 0, sighting: row.integer(3)))
                if table == "groupMember" {
                    edges[place].memberships.append(edge)
                } else {
                    edges[place].ownerships.append(edge)
                }
            }
        }
        let held = HeldRoles(
            applications: directory.applications, roleNames: directory.roleNames, readings: readings)
        let places = Dictionary(uniqueKeysWithValues: batch.keys.enumerated().map { ($1, $0) })
        for (key, assignment) in try held.appRoles(
            bound(batch, HeldRoles.appRoleSQL(EdgeLoader.holders("appRoleAssignment"))))
        {
            if let place = places[key] { edges[place].appRoles.append(assignment) }
        }
        for (table, kind) in HeldRoles.roleTables {
            let list = try bound(batch, HeldRoles.roleSQL(table, EdgeLoader.holders(table)))
            for (key, role) in try held.directoryRoles(list, table, kind) {
                if let place = places[key] { edges[place].directoryRoles.append(role) }
            }
        }
        batch.edges = edges
    }

    private func bound(_ batch: PersonBatch, _ sql: String) throws -> Statement {
        let list = try connection.prepare(sql)
        list.bind(1, batch.positions.lowerBound)
        list.bind(2, batch.positions.upperBound)
        return list
    }

    private static func holders(_ table: String) -> String {
        """
        (SELECT key FROM temp.person WHERE position BETWEEN ?1 AND ?2) h
        CROSS JOIN temp.\(table)Open a ON a.principal = h.key
        """
    }

    private static func groupSQL(_ table: String) -> String {
        """
        SELECT p.position, m.parent, m.since, \(Readings.sightingSQL(table, parent: "m.parent", key: "m.key"))
        FROM \(PersonBatch.source) CROSS JOIN temp.\(table)Open m ON m.key = p.key
        ORDER BY p.position, m.parent
        """
    }
}
