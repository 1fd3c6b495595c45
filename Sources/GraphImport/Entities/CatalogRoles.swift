import JSONText
import Store

/// Who administers entitlement management: catalog owners, package managers and the like. The shape is that of the
/// unified roles; no example of an assignment was seen, so `appScopeId` is read with care.
extension Entity {
    static let catalogRole = Entity(
        "catalogRole", doc: "roles of entitlement management, such as catalog owner",
        paths: ["entitlementManagement/roleDefinitions"],
        fields: [
            .text("displayName", doc: "name"),
            .text("description", doc: "description"),
            .boolean("isBuiltIn", doc: "whether Microsoft defines the role"),
            .boolean("isEnabled", doc: "whether the role can be assigned"),
        ],
        ignored: ["resourceScopes", "rolePermissions", "inheritsPermissionsFrom", "templateId", "version"])

    static let catalogRoleAssignment = Entity(
        "catalogRoleAssignment", doc: "who administers which catalog, or entitlement management as a whole",
        paths: ["entitlementManagement/roleAssignments"],
        fields: [
            .id("principal", "principalId", "principal.id", doc: "a user, group or service principal"),
            .id("role", "roleDefinitionId", "roleDefinition.id", doc: "the role"),
            .text(
                "appScope", "appScopeId", doc: "where the role counts, as the source has it; / is everywhere"),
            .derived(.id, "catalog", reads: ["appScopeId"], doc: "the catalog that this names") { object in
                guard let scope = object.member("appScopeId") else { return .absent }
                return .optional(scope.string.flatMap(catalog))
            },
        ],
        essential: ["principal", "role"],
        ignored: [
            "principal", "roleDefinition", "appScope", "directoryScopeId", "directoryScope", "condition",
        ],
        tells: { object, tell in
            if let telling = Telling(.roleAssignment, object.member("principal")) { tell(telling) }
        })

    /// What of entitlement management's roles an object is, where it has the members of a directory role: an
    /// assignment that counts in a catalog or everywhere, where those of the directory name a scope of the directory;
    /// or a role that permits what entitlement management does, where those of the directory name the directory, too.
    static func ofCatalogs(_ object: JSONValue) -> Entity? {
        if object.member("principalId") != nil, object.text("directoryScopeId") == nil,
            let scope = object.text("appScopeId"), scope == "/" || catalog(scope) != nil
        {
            return .catalogRoleAssignment
        }
        guard let permissions = object.member("rolePermissions") else { return nil }
        var (isFound, isOther) = (false, false)
        permissions.forEachElement { permission in
            permission.member("allowedResourceActions")?.forEachElement { action in
                let isOurs = action.string?.hasPrefix("microsoft.entitlementManagement/") ?? false
                if isOurs { isFound = true } else { isOther = true }
            }
        }
        return isFound && !isOther ? .catalogRole : nil
    }

    /// The id in `/AccessPackageCatalog/<id>`.
    private static func catalog(_ scope: String) -> String? {
        let parts = scope.split(separator: "/")
        guard parts.count == 2, parts[0].lowercased() == "accesspackagecatalog" else { return nil }
        return String(parts[1])
    }
}
