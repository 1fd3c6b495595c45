import Access
import Model
import Store

/// The service principals as resources, with the names of their app roles.
struct Applications {
    private struct RoleName {
        var displayName: String?
        var value: String?
    }

    private struct Application {
        var resource: Resource
        var isClosed = false
        var roles: [String: RoleName] = [:]
    }

    private var applications: [Int64: Application] = [:]
    /// What packages call an app role, by application and role id.
    private var packageNames: [Int64: [String: String]] = [:]

    init(_ connection: Connection) throws {
        try loadNames(connection)
        try loadRoles(connection)
        try loadPackageNames(connection)
    }

    /// The application of this key; one that nobody names has its id only.
    func resource(_ key: Int64, id: String) -> Resource {
        applications[key]?.resource ?? Resource(type: .application, id: id, name: nil)
    }

    func isClosed(_ key: Int64) -> Bool {
        applications[key]?.isClosed ?? false
    }

    /// The role's name: the application's, else the package's, else its value, else its id (ACCESS.md 5).
    func role(_ id: String, of key: Int64, packageName: String? = nil) -> Role {
        if id == Identifier.zero { return Role(id: id, name: "Default Access") }
        let own = applications[key]?.roles[id]
        return Role(
            id: id, name: own?.displayName ?? packageName ?? packageNames[key]?[id] ?? own?.value ?? id)
    }

    private mutating func loadNames(_ connection: Connection) throws {
        let list = try connection.prepare(
            """
            WITH named (key) AS (
                SELECT key FROM temp.servicePrincipalKnown
                UNION SELECT resource FROM temp.appRoleAssignmentOpen WHERE resource IS NOT NULL
                UNION SELECT scopeOrigin FROM temp.resourceRoleScopeKnown
                    WHERE lower(scopeOriginSystem) = 'aadapplication' AND scopeOrigin IS NOT NULL)
            SELECT n.key, i.id, coalesce(nullif(s.displayName, ''),
                (SELECT r.displayName FROM temp.catalogResourceKnown r WHERE r.origin = n.key
                    AND r.displayName <> '' ORDER BY r.since DESC, r.parent LIMIT 1),
                (SELECT p.resourceName FROM temp.resourceRoleScopeKnown p WHERE p.scopeOrigin = n.key
                    AND p.resourceName <> '' ORDER BY p.since DESC, p.parent LIMIT 1),
                (SELECT a.resourceDisplayName FROM temp.appRoleAssignmentKnown a WHERE a.resource = n.key
                    AND a.resourceDisplayName <> '' ORDER BY a.since DESC, a.key LIMIT 1),
                (SELECT t.displayName FROM temp.toldKnown t WHERE t.key = n.key AND t.displayName <> ''
                    ORDER BY t.since DESC, t.source LIMIT 1)), s.isOpen
            FROM named n JOIN ident i ON i.key = n.key
            LEFT JOIN temp.servicePrincipalKnown s ON s.key = n.key
            """)
        while try list.step() {
            applications[list.integer(0) ?? 0] = Application(
                resource: Resource(type: .application, id: list.identifier(1) ?? "", name: list.text(2)),
                isClosed: list.boolean(3) == false)
        }
    }

    private mutating func loadRoles(_ connection: Connection) throws {
        let list = try connection.prepare(
            """
            SELECT s.key, j.value ->> 'id', nullif(j.value ->> 'displayName', ''), nullif(j.value ->> 'value', '')
            FROM temp.servicePrincipalKnown s JOIN json_each(s.appRoles) j WHERE j.type = 'object'
            """)
        while try list.step() {
            guard let key = list.integer(0), let id = list.text(1) else { continue }
            applications[key]?.roles[Identifier.normalized(id)] = RoleName(
                displayName: list.text(2), value: list.text(3))
        }
    }

    private mutating func loadPackageNames(_ connection: Connection) throws {
        let list = try connection.prepare(
            """
            SELECT s.scopeOrigin, i.id, s.roleName FROM temp.resourceRoleScopeKnown s
            JOIN ident i ON i.key = s.roleOrigin
            WHERE s.roleName <> '' AND lower(s.scopeOriginSystem) = 'aadapplication' AND s.isOpen
            ORDER BY s.parent DESC, s.key DESC
            """)
        while try list.step() {
            guard let key = list.integer(0), let id = list.identifier(1) else { continue }
            packageNames[key, default: [:]][id] = list.text(2)
        }
    }
}
