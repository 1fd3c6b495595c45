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

    /// Whether an assignment of a role counts in a catalog, or in all of entitlement management: those of the directory
    /// have the same members, and name a scope of the directory.
    static func isOfCatalogs(_ assignment: JSONValue) -> Bool {
        guard assignment.member("principalId") != nil, assignment.text("directoryScopeId") == nil,
            let scope = assignment.text("appScopeId")
        else { return false }
        return scope == "/" || catalog(scope) != nil
    }

    /// The id in `/AccessPackageCatalog/<id>`.
    private static func catalog(_ scope: String) -> String? {
        let parts = scope.split(separator: "/")
        guard parts.count == 2, parts[0].lowercased() == "accesspackagecatalog" else { return nil }
        return String(parts[1])
    }
}
