import Foundation

/// What of an object is served: selected members, expanded relations, at most 20 of a directory object's.
struct Shaping {
    let path: String
    let query: QueryOptions

    /// Relations that are not there unless they are expanded.
    private static let relations: Set<String> = [
        "manager", "sponsors", "memberOf", "members", "owners", "appRoleAssignedTo", "appRoleAssignments",
        "resources", "accessPackages", "roles", "scopes", "environment", "role", "scope", "catalog",
        "assignmentPolicies", "resourceRoleScopes", "accessPackage", "questions",
        "customExtensionStageSettings", "target", "assignmentPolicy", "requestor", "assignment", "instances",
        "decisions", "contactedReviewers", "stages", "roleDefinition", "internalSponsors", "externalSponsors",
    ]
    /// Members of these names are no relations there.
    private static let kept: [String: Set<String>] = [
        "accessReviews": ["scope", "roles", "target"], "roleManagement": [],
    ]
    /// What users tell where nothing is selected (GRAPH.md 5).
    private static let userDefaults: Set<String> = [
        "businessPhones", "displayName", "givenName", "id", "jobTitle", "mail", "mobilePhone",
        "officeLocation", "preferredLanguage", "surname", "userPrincipalName",
    ]

    private var isDirectory: Bool {
        ["users", "groups", "servicePrincipals", "directory"].contains { path.hasPrefix($0) }
    }

    func shape(_ object: RawObject) -> RawObject {
        let expanded = query.expanded
        let selected = query.selected ?? (path == "users" ? Self.userDefaults : nil)
        let kept = Self.kept.first { path.contains($0.key) }?.value ?? []
        let isRole = path.hasPrefix("roleManagement")
        return RawObject(
            members: object.members.compactMap { member in
                let isRelation =
                    (Self.relations.contains(member.name) && !kept.contains(member.name))
                    || isRole && member.name == "principal"
                if isRelation {
                    guard let inner = expanded[member.name] else { return nil }
                    return (member.name, expand(member.value, inner))
                }
                if member.name == "signInActivity" {
                    return selected?.contains("signInActivity") ?? false ? member : nil
                }
                let isShown =
                    selected?.contains(member.name) ?? true || member.name == "id"
                    || member.name.hasPrefix("@")
                return isShown ? member : nil
            })
    }

    private func expand(_ value: Data, _ inner: QueryOptions) -> Data {
        if value.first == UInt8(ascii: "[") {
            let elements = RawObject.elements(value).map { select(RawObject($0), inner) }
            return TenantFolder.array(isDirectory ? Array(elements.prefix(20)) : elements)
        }
        return value.first == UInt8(ascii: "{") ? select(RawObject(value), inner).data : value
    }

    private func select(_ object: RawObject, _ inner: QueryOptions) -> RawObject {
        let expanded = inner.expanded
        let names = inner.selected
        return RawObject(
            members: object.members.filter { member in
                if ["role", "scope"].contains(member.name) { return expanded[member.name] != nil }
                return names?.contains(member.name) ?? true || member.name.hasPrefix("@")
            })
    }
}
