import Access
import Model
import Store

/// Reads app roles and directory roles that somebody holds. What roles are called is found once each.
final class HeldRoles {
    /// A table of directory roles that are held, and how they are.
    struct RoleTable {
        let name: String
        let kind: DirectoryRoleGrant.Kind
    }

    private struct AppRole: Hashable {
        let application: Int64
        let role: Int64?
    }

    private let applications: Applications
    private let roleNames: [Int64: String]
    private let readings: Readings
    private let book: RoleBook
    private let idents: IdentTexts
    private var appRoles: [AppRole: ResourceRole] = [:]
    private var directoryRoles: [Int64: ResourceRole] = [:]

    init(
        _ connection: Connection, applications: Applications, roleNames: [Int64: String], readings: Readings,
        book: RoleBook
    ) throws {
        self.applications = applications
        self.roleNames = roleNames
        self.readings = readings
        self.book = book
        idents = try IdentTexts(connection)
    }

    static let roleTables = [
        RoleTable(name: "roleAssignmentSchedule", kind: .scheduled),
        RoleTable(name: "roleAssignment", kind: .plain),
        RoleTable(name: "roleEligibilitySchedule", kind: .eligible),
    ]

    /// - Parameter holders: gives `h.key`, and `h.place`, by which the rows are ordered.
    static func appRoleSQL(_ holders: String, _ readings: Readings) -> String {
        """
        SELECT h.place, i.id, a.resource, a.appRole, a.createdAt, a.since,
        \(readings.sightingSQL("appRoleAssignment", key: "a.key"))
        FROM \(held("appRoleAssignment", by: holders))
        WHERE a.resource IS NOT NULL AND \(StateViews.isOpen("a")) ORDER BY h.place
        """
    }

    private static func held(_ table: String, by holders: String) -> String {
        """
        \(holders) h CROSS JOIN main.\(table) a INDEXED BY \(table)Principal ON a.principal = h.key
        CROSS JOIN ident i ON i.key = a.key
        """
    }

    /// The row of `appRoleSQL`.
    func appRole(_ row: Statement) throws -> AppRoleAssignment {
        let application = row.integer(2) ?? 0
        return AppRoleAssignment(
            id: row.identifier(1) ?? "",
            role: try role(AppRole(application: application, role: row.integer(3))),
            createdAt: row.instant(4),
            observedAt: readings.observation(
                "appRoleAssignment", parents: [application], since: row.integer(5) ?? 0,
                sighting: row.integer(6)))
    }

    private func role(_ held: AppRole) throws -> ResourceRole {
        if let known = appRoles[held] { return known }
        let roleId = try held.role.map(idents.text) ?? Identifier.zero
        let role = book.role(
            applications.role(roleId, of: held.application),
            on: applications.resource(held.application, id: try idents.text(of: held.application)))
        appRoles[held] = role
        return role
    }

    /// A plain role assignment counts only where no schedule instance of the same principal, role and scope
    /// exists (ACCESS.md 3).
    static func roleSQL(_ table: String, _ holders: String, _ readings: Readings) -> String {
        let isPlain = table == "roleAssignment"
        let unscheduled =
            """
            NOT EXISTS (SELECT 1 FROM main.roleAssignmentSchedule x INDEXED BY roleAssignmentSchedulePrincipal
            WHERE x.principal = a.principal AND x.roleDefinition = a.roleDefinition
            AND \(StateViews.isOpen("x"))
            AND lower(coalesce(x.directoryScope, '')) = lower(coalesce(a.directoryScope, '')))
            """
        return """
            SELECT h.place, i.id, a.roleDefinition, a.directoryScope, \(isPlain ? "NULL, NULL" : "a.startsAt, a.endsAt"),
            a.since, \(readings.sightingSQL(table, key: "a.key"))
            FROM \(held(table, by: holders))
            WHERE a.roleDefinition IS NOT NULL AND \(StateViews.isOpen("a"))\(isPlain ? " AND " + unscheduled : "") ORDER BY h.place
            """
    }

    /// The row of `roleSQL`.
    func directoryRole(_ row: Statement, _ table: RoleTable) throws -> DirectoryRoleGrant {
        DirectoryRoleGrant(
            id: row.identifier(1) ?? "", kind: table.kind, role: try directoryRole(row.integer(2) ?? 0),
            scope: row.text(3).map(Identifier.normalizedPath), startsAt: row.instant(4),
            endsAt: row.instant(5),
            observedAt: readings.observation(
                table.name, parents: [0], since: row.integer(6) ?? 0, sighting: row.integer(7)))
    }

    private func directoryRole(_ definition: Int64) throws -> ResourceRole {
        if let known = directoryRoles[definition] { return known }
        let id = try idents.text(of: definition)
        let name = roleNames[definition]
        let role = book.role(
            Role(id: id, name: name ?? id), on: Resource(type: .directoryRole, id: id, name: name))
        directoryRoles[definition] = role
        return role
    }
}
