import Access
import Model
import Store

/// Packages with their roles, policies with their versions, and which resources catalogs and packages name.
struct PackageDirectory {
    private var packages: [Int64: Package] = [:]
    private var policies: [Int64: Policy] = [:]
    private var roles: [Int64: [ResourceRole]] = [:]
    /// Ids of the groups that a catalog or package names: they belong to the scope of a review.
    private(set) var namedGroups: Set<String> = []

    init(
        _ connection: Connection, _ asOf: AsOf, _ readings: Readings, _ directory: TenantDirectory
    ) throws {
        roles = try PackageRoles(connection, readings, directory).roles
        packages = try PackageDirectory.packages(connection, roles)
        policies = try PackageDirectory.policies(connection, asOf)
        namedGroups = try PackageDirectory.namedGroups(connection)
    }

    /// A package as far as it is known; the assignment's own word for its name serves where it is not.
    func package(_ key: Int64, id: String, toldName: String?) -> Package {
        let known = packages[key]
        return Package(
            id: id, name: known?.name ?? toldName, catalogName: known?.catalogName, roles: roles[key] ?? [])
    }

    func policy(_ key: Int64, id: String, toldName: String?) -> Policy {
        let known = policies[key]
        return Policy(
            id: id, name: known?.name ?? toldName, expiration: known?.expiration ?? .silent,
            versions: known?.versions ?? [])
    }

    private static func packages(
        _ connection: Connection, _ roles: [Int64: [ResourceRole]]
    ) throws -> [Int64: Package] {
        let list = try connection.prepare(
            """
            SELECT p.key, nullif(p.displayName, ''), coalesce(nullif(c.displayName, ''), nullif(p.catalogName, ''))
            FROM temp.accessPackageKnown p LEFT JOIN temp.catalogKnown c ON c.key = p.catalog
            """)
        var packages: [Int64: Package] = [:]
        while try list.step() {
            let key = list.integer(0) ?? 0
            packages[key] = Package(
                id: "", name: list.text(1), catalogName: list.text(2), roles: roles[key] ?? [])
        }
        return packages
    }

    private static func policies(_ connection: Connection, _ asOf: AsOf) throws -> [Int64: Policy] {
        let list = try connection.prepare(
            """
            SELECT key, since, nullif(displayName, ''), expirationType, expirationEndsAt, expirationDuration,
            approvalRequiredForAdd FROM assignmentPolicy
            WHERE since <= (SELECT snapshot FROM temp.asOf) ORDER BY key, since
            """)
        var policies: [Int64: Policy] = [:]
        while try list.step() {
            let key = list.integer(0) ?? 0
            let version = Policy.Version(
                observedAt: asOf.observed(list.integer(1) ?? 0), approvalRequired: list.boolean(6))
            policies[key] = Policy(
                id: "", name: list.text(2),
                expiration: ExpirationPattern(
                    type: list.text(3), endDateTime: list.instant(4), duration: list.text(5)),
                versions: (policies[key]?.versions ?? []) + [version])
        }
        return policies
    }

    private static func namedGroups(_ connection: Connection) throws -> Set<String> {
        let list = try connection.prepare(
            """
            SELECT DISTINCT i.id FROM (
                SELECT origin AS key FROM temp.catalogResourceOpen WHERE lower(originSystem) = 'aadgroup'
                UNION SELECT scopeOrigin FROM temp.resourceRoleScopeOpen
                    WHERE lower(scopeOriginSystem) = 'aadgroup') n
            JOIN ident i ON i.key = n.key
            """)
        var groups: Set<String> = []
        while try list.step() {
            if let id = list.identifier(0) { groups.insert(id) }
        }
        return groups
    }
}
