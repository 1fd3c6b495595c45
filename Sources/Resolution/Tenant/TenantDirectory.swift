import Access
import Model
import Store

/// What is the same for all persons, and the names of what can be reached.
struct TenantDirectory {
    let tenant: Tenant
    /// The number of a group in the tenant, by its key.
    let groupIndex: [Int64: GroupGraph.Index]
    let applications: Applications
    let roleNames: [Int64: String]

    init(_ connection: Connection, _ asOf: AsOf, _ readings: Readings) throws {
        try GroupKeys.make(connection)
        var groups = try GroupList(connection)
        groupIndex = Dictionary(
            uniqueKeysWithValues: groups.keys.enumerated().map { ($1, GroupGraph.Index($0)) })
        applications = try Applications(connection)
        roleNames = try TenantDirectory.roleNames(connection)
        let graph = try GroupEdges.graph(connection, groupIndex, readings)

        let loader = HeldRoles(applications: applications, roleNames: roleNames, readings: readings)
        for (key, assignment) in try loader.appRolesOfGroups(connection) {
            if let index = groupIndex[key] { groups.groups[Int(index)].appRoles.append(assignment) }
        }
        for (key, role) in try loader.directoryRolesOfGroups(connection) {
            if let index = groupIndex[key] { groups.groups[Int(index)].directoryRoles.append(role) }
        }
        tenant = Tenant(moment: asOf.moment, groups: groups.groups, graph: graph)
    }

    private static func roleNames(_ connection: Connection) throws -> [Int64: String] {
        let list = try connection.prepare(
            "SELECT key, displayName FROM temp.roleDefinitionKnown WHERE displayName <> ''")
        var names: [Int64: String] = [:]
        while try list.step() {
            if let key = list.integer(0) { names[key] = list.text(1) }
        }
        return names
    }
}

/// The groups in the order of their ids.
private struct GroupList {
    var keys: [Int64] = []
    var groups: [Tenant.Group] = []

    init(_ connection: Connection) throws {
        let list = try connection.prepare(
            """
            SELECT k.key, i.id, coalesce(nullif(g.displayName, ''),
                (SELECT r.displayName FROM temp.catalogResourceKnown r WHERE r.origin = k.key
                    AND r.displayName <> '' ORDER BY r.since DESC, r.parent LIMIT 1),
                (SELECT s.resourceName FROM temp.resourceRoleScopeKnown s WHERE s.scopeOrigin = k.key
                    AND s.resourceName <> '' ORDER BY s.since DESC, s.parent LIMIT 1),
                (SELECT t.displayName FROM temp.toldKnown t WHERE t.key = k.key AND t.displayName <> ''
                    ORDER BY t.since DESC, t.source LIMIT 1)),
                EXISTS (SELECT 1 FROM json_each(g.groupTypes) j WHERE lower(j.value) = 'dynamicmembership')
            FROM temp.groupKey k JOIN ident i ON i.key = k.key
            LEFT JOIN temp.directoryGroupKnown g ON g.key = k.key
            """)
        var found: [(key: Int64, group: Tenant.Group)] = []
        while try list.step() {
            let resource = Resource(type: .group, id: list.identifier(1) ?? "", name: list.text(2))
            found.append(
                (list.integer(0) ?? 0, Tenant.Group(resource: resource, isDynamic: list.boolean(3) ?? false)))
        }
        found.sort { CodePointOrder.precedes($0.group.resource.id, $1.group.resource.id) }
        keys = found.map(\.key)
        groups = found.map(\.group)
    }
}

/// Which groups are members of which.
private enum GroupEdges {
    static func graph(
        _ connection: Connection, _ groupIndex: [Int64: GroupGraph.Index], _ readings: Readings
    ) throws -> GroupGraph {
        let list = try connection.prepare(
            """
            SELECT m.key, m.parent, m.since,
            \(Readings.sightingSQL("groupMember", parent: "m.parent", key: "m.key"))
            FROM temp.groupKey k CROSS JOIN temp.groupMemberOpen m ON m.key = k.key
            """)
        var edges: [(member: GroupGraph.Index, parent: GroupGraph.Parent)] = []
        while try list.step() {
            let parent = list.integer(1) ?? 0
            guard let member = groupIndex[list.integer(0) ?? 0], let holder = groupIndex[parent] else {
                continue
            }
            let observedAt = readings.observation(
                "groupMember", parents: [parent], since: list.integer(2) ?? 0, sighting: list.integer(3))
            edges.append((member, GroupGraph.Parent(group: holder, observedAt: observedAt)))
        }
        return GroupGraph(groupCount: groupIndex.count, edges: edges)
    }
}
