import Access
import Model
import Store

/// Reads app roles and directory roles that somebody holds.
struct HeldRoles {
    let applications: Applications
    let roleNames: [Int64: String]
    let readings: Readings

    func appRolesOfGroups(_ connection: Connection) throws -> [(Int64, AppRoleAssignment)] {
        try appRoles(
            try connection.prepare(
                HeldRoles.appRoleSQL(
                    "temp.groupKey h CROSS JOIN temp.appRoleAssignmentOpen a ON a.principal = h.key")
            ))
    }

    func directoryRolesOfGroups(_ connection: Connection) throws -> [(Int64, DirectoryRoleGrant)] {
        try HeldRoles.roleTables.flatMap { table, kind in
            try directoryRoles(
                try connection.prepare(
                    HeldRoles.roleSQL(
                        table, "temp.groupKey h CROSS JOIN temp.\(table)Open a ON a.principal = h.key")),
                table, kind)
        }
    }

    static let roleTables: [(String, DirectoryRoleGrant.Kind)] = [
        ("roleAssignmentSchedule", .scheduled), ("roleAssignment", .plain),
        ("roleEligibilitySchedule", .eligible),
    ]

    /// - Parameter from: gives `h.key`, the holder, and `a`, the assignment.
    static func appRoleSQL(_ from: String, where condition: String = "1") -> String {
        """
        SELECT h.key, i.id, a.resource, ri.id, coalesce(pi.id, '\(Identifier.zero)'), a.createdAt, a.since,
        \(Readings.sightingSQL("appRoleAssignment", key: "a.key"))
        FROM \(from) JOIN ident i ON i.key = a.key JOIN ident ri ON ri.key = a.resource
        LEFT JOIN ident pi ON pi.key = a.appRole WHERE \(condition) ORDER BY h.key
        """
    }

    func appRoles(_ list: Statement) throws -> [(Int64, AppRoleAssignment)] {
        var found: [(Int64, AppRoleAssignment)] = []
        while try list.step() {
            let resource = list.integer(2) ?? 0
            let assignment = AppRoleAssignment(
                id: list.identifier(1) ?? "",
                resource: applications.resource(resource, id: list.identifier(3) ?? ""),
                role: applications.role(list.identifier(4) ?? "", of: resource), createdAt: list.instant(5),
                observedAt: readings.observation(
                    "appRoleAssignment", parents: [resource], since: list.integer(6) ?? 0,
                    sighting: list.integer(7)))
            found.append((list.integer(0) ?? 0, assignment))
        }
        return found
    }

    /// A plain role assignment counts only where no schedule instance of the same principal, role and scope
    /// exists (ACCESS.md 3).
    static func roleSQL(_ table: String, _ from: String, where condition: String = "1") -> String {
        let isPlain = table == "roleAssignment"
        let unscheduled =
            """
            NOT EXISTS (SELECT 1 FROM temp.roleAssignmentScheduleOpen x WHERE x.principal = a.principal
            AND x.roleDefinition = a.roleDefinition
            AND lower(coalesce(x.directoryScope, '')) = lower(coalesce(a.directoryScope, '')))
            """
        return """
            SELECT h.key, i.id, a.roleDefinition, ri.id, a.directoryScope, \(isPlain ? "NULL, NULL" : "a.startsAt, a.endsAt"),
            a.since, \(Readings.sightingSQL(table, key: "a.key"))
            FROM \(from) JOIN ident i ON i.key = a.key JOIN ident ri ON ri.key = a.roleDefinition
            WHERE \(condition)\(isPlain ? " AND " + unscheduled : "") ORDER BY h.key
            """
    }

    func directoryRoles(
        _ list: Statement, _ table: String, _ kind: DirectoryRoleGrant.Kind
    ) throws -> [(Int64, DirectoryRoleGrant)] {
        var found: [(Int64, DirectoryRoleGrant)] = []
        while try list.step() {
            let role = Resource(
                type: .directoryRole, id: list.identifier(3) ?? "", name: roleNames[list.integer(2) ?? 0])
            let grant = DirectoryRoleGrant(
                id: list.identifier(1) ?? "", kind: kind, role: role,
                scope: list.text(4).map(Identifier.normalizedPath),
                startsAt: list.instant(5), endsAt: list.instant(6),
                observedAt: readings.observation(
                    table, parents: [0], since: list.integer(7) ?? 0, sighting: list.integer(8)))
            found.append((list.integer(0) ?? 0, grant))
        }
        return found
    }
}
