import Access
import Model
import Store

/// Packages with their roles and policies with their versions, each made once, and which groups catalogs and
/// packages name.
final class PackageDirectory {
    /// What only an assignment names, by its own word for it.
    private struct Told: Hashable {
        let key: Int64
        let name: String?
    }

    private let roles: [Int64: [PackagedRole]]
    private var packages: [Int64: Package] = [:]
    private var policies: [Int64: Policy] = [:]
    private var toldPackages: [Told: Package] = [:]
    private var toldPolicies: [Told: Policy] = [:]
    private let idents: IdentTexts
    /// Ids of the groups that a catalog or package names: they belong to the scope of a review.
    let namedGroups: Set<String>

    init(
        _ connection: Connection, _ asOf: AsOf, _ readings: Readings, _ directory: TenantDirectory
    ) throws {
        idents = try IdentTexts(connection)
        roles = try PackageRoles(connection, readings, directory).roles
        namedGroups = try PackageDirectory.namedGroups(connection)
        try loadPackages(connection)
        try loadPolicies(connection, asOf)
    }

    /// A package as far as it is known; the assignment's own word for its name serves where it is not.
    func package(_ key: Int64, toldName: String?) throws -> Package {
        let known = packages[key]
        if let known, known.name != nil || toldName == nil { return known }
        let told = Told(key: key, name: toldName)
        if let made = toldPackages[told] { return made }
        let package = Package(
            id: try idents.text(of: key), name: toldName, catalogName: known?.catalogName,
            roles: roles[key] ?? [])
        toldPackages[told] = package
        return package
    }

    func policy(_ key: Int64, toldName: String?) throws -> Policy {
        let known = policies[key]
        if let known, known.name != nil || toldName == nil { return known }
        let told = Told(key: key, name: toldName)
        if let made = toldPolicies[told] { return made }
        let policy = Policy(
            id: try idents.text(of: key), name: toldName, expiration: known?.expiration ?? .silent,
            versions: known?.versions ?? [])
        toldPolicies[told] = policy
        return policy
    }

    private func loadPackages(_ connection: Connection) throws {
        let list = try connection.prepare(
            """
            SELECT p.key, nullif(p.displayName, ''), coalesce(nullif(c.displayName, ''), nullif(p.catalogName, ''))
            FROM temp.accessPackageKnown p LEFT JOIN temp.catalogKnown c ON c.key = p.catalog
            """)
        while try list.step() {
            let key = list.integer(0) ?? 0
            packages[key] = Package(
                id: try idents.text(of: key), name: list.text(1), catalogName: list.text(2),
                roles: roles[key] ?? [])
        }
    }

    private func loadPolicies(_ connection: Connection, _ asOf: AsOf) throws {
        let list = try connection.prepare(
            """
            SELECT key, since, nullif(displayName, ''), expirationType, expirationEndsAt, expirationDuration,
            approvalRequiredForAdd FROM assignmentPolicy
            WHERE since <= (SELECT snapshot FROM temp.asOf) ORDER BY key, since
            """)
        while try list.step() {
            let key = list.integer(0) ?? 0
            let version = Policy.Version(
                observedAt: asOf.observed(list.integer(1) ?? 0), approvalRequired: list.boolean(6))
            policies[key] = Policy(
                id: try idents.text(of: key), name: list.text(2),
                expiration: ExpirationPattern(
                    type: list.text(3), endDateTime: list.instant(4), duration: list.text(5)),
                versions: (policies[key]?.versions ?? []) + [version])
        }
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
