import Access
import Model
import Store

/// The resource roles of each package, by the package's key.
struct PackageRoles {
    private(set) var roles: [Int64: [PackagedRole]] = [:]

    init(_ connection: Connection, _ readings: Readings, _ directory: TenantDirectory) throws {
        let list = try connection.prepare(
            """
            SELECT s.parent, s.scopeOrigin, oi.id, coalesce(s.scopeOriginSystem, s.roleOriginSystem), ri.id,
            nullif(s.roleName, ''),
            coalesce((SELECT r.displayName FROM temp.catalogResourceKnown r WHERE r.origin = s.scopeOrigin
                AND r.displayName <> '' ORDER BY r.since DESC, r.parent LIMIT 1), nullif(s.resourceName, '')),
            (SELECT g.isOpen FROM temp.directoryGroupKnown g WHERE g.key = s.scopeOrigin)
            FROM temp.resourceRoleScopeOpen s JOIN ident oi ON oi.key = s.scopeOrigin
            JOIN ident ri ON ri.key = s.roleOrigin
            ORDER BY s.parent, s.key
            """)
        while try list.step() {
            let parent = list.integer(0) ?? 0
            let role = PackageRoles.role(list, readings, directory)
            // The same role twice, by way of different scopes, is one; the first that has a name gives it.
            if let place = roles[parent]?.firstIndex(where: { $0.role.isSame(as: role.role) }) {
                if roles[parent]?[place].role.hasNoName == true { roles[parent]?[place] = role }
            } else {
                roles[parent, default: []].append(role)
            }
        }
    }

    private static func role(
        _ list: Statement, _ readings: Readings, _ directory: TenantDirectory
    ) -> PackagedRole {
        let key = list.integer(1) ?? 0
        let id = list.identifier(2) ?? ""
        let roleId = list.identifier(4) ?? ""
        let roleName = list.text(5)
        switch list.text(3)?.lowercased() {
        case "aadgroup":
            let resource =
                directory.groupIndex[key].map { directory.tenant.groups[Int($0)].resource }
                ?? Resource(type: .group, id: id, name: list.text(6))
            let isClosed = list.boolean(7) == false
            return group(resource, roleId, roleName, key, isClosed, readings, directory.book)
        case "aadapplication":
            let role = directory.applications.role(roleId, of: key, packageName: roleName)
            return PackagedRole(
                directory.book.role(role, on: directory.applications.resource(key, id: id)),
                edges: knowledge(
                    directory.applications.isClosed(key)
                        ? nil : readings.completeReading("appRoleAssignment", parent: key)))
        case let system:
            let resource = Resource(
                type: system == "sharepointonline" ? .site : .other, id: id, name: list.text(6))
            let role = Role(id: roleId, name: roleName ?? roleId)
            return PackagedRole(directory.book.role(role, on: resource), edges: .unknown)
        }
    }

    private static func group(
        _ resource: Resource, _ roleId: String, _ roleName: String?, _ key: Int64, _ isClosed: Bool,
        _ readings: Readings, _ book: RoleBook
    ) -> PackagedRole {
        if roleId == Role.member(of: resource.id).id {
            return PackagedRole(
                book.role(.member(of: resource.id), on: resource),
                edges: knowledge(isClosed ? nil : readings.completeReading("groupMember", parent: key)))
        }
        if roleId == Role.owner(of: resource.id).id {
            return PackagedRole(
                book.role(.owner(of: resource.id), on: resource),
                edges: knowledge(isClosed ? nil : readings.completeReading("groupOwner", parent: key)))
        }
        let role = Role(id: roleId, name: roleName ?? roleId)
        return PackagedRole(book.role(role, on: resource), edges: .unknown)
    }

    private static func knowledge(_ observedAt: Instant?) -> EdgeKnowledge {
        observedAt.map { .complete(observedAt: $0) } ?? .unknown
    }
}

extension ResourceRole {
    /// Whether only the id stands for a name.
    fileprivate var hasNoName: Bool { role.name == role.id }
}
