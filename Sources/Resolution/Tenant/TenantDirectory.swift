import Access
import Model
import Store

/// What is the same for all persons, and the names of what can be reached.
struct TenantDirectory {
    let tenant: Tenant
    /// The number of a group in the tenant, by its key.
    let groupIndex: [Int64: GroupGraph.Index]
    /// Who is in groups, groups among them, and who owns them.
    let members: DirectEdges
    let owners: DirectEdges
    let applications: Applications
    let heldRoles: HeldRoles
    let book = RoleBook()

    init(_ connection: Connection, _ asOf: AsOf, _ readings: Readings) throws {
        try GroupKeys.make(connection)
        var groups = try GroupList(connection, book)
        groupIndex = Dictionary(
            uniqueKeysWithValues: groups.keys.enumerated().map { ($1, GroupGraph.Index($0)) })
        applications = try Applications(connection)
        heldRoles = try HeldRoles(
            connection, applications: applications,
            roleNames: TenantDirectory.roleNames(connection), readings: readings, book: book)
        members = try DirectEdges(connection, "groupMember", groupIndex, readings)
        owners = try DirectEdges(connection, "groupOwner", groupIndex, readings)

        let unseen = try GroupRoles(
            connection: connection, held: heldRoles, readings: readings, members: members
        ).addAll(to: &groups.groups, groupIndex, at: asOf.moment)
        tenant = Tenant(
            moment: asOf.moment, groups: groups.groups,
            graph: TenantDirectory.graph(of: groups.keys, members, and: unseen))
    }

    /// Which groups are members of which.
    private static func graph(
        of groups: [Int64], _ members: DirectEdges,
        and unseen: [(member: GroupGraph.Index, parent: GroupGraph.Parent)]
    ) -> GroupGraph {
        let edges = groups.enumerated().flatMap { number, key in
            members.edges(of: key).map { edge in
                (
                    member: GroupGraph.Index(number),
                    parent: GroupGraph.Parent(group: edge.group, observedAt: edge.observedAt)
                )
            }
        }
        return GroupGraph(groupCount: groups.count, edges: edges + unseen)
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

    init(_ connection: Connection, _ book: RoleBook) throws {
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
            let group = Tenant.Group(
                resource: resource, isDynamic: list.boolean(3) ?? false, in: book)
            found.append((list.integer(0) ?? 0, group))
        }
        found.sort { CodePointOrder.precedes($0.group.resource.id, $1.group.resource.id) }
        keys = found.map(\.key)
        groups = found.map(\.group)
    }
}
