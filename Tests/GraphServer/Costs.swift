import Foundation

/// What requests cost, need, and may not ask (GRAPH.md 1 to 3).
enum Costs {
    static func isDirectory(_ path: String) -> Bool {
        ["users", "groups", "servicePrincipals", "directory", "organization"].contains { path.hasPrefix($0) }
    }

    static func units(_ path: String, _ query: QueryOptions) -> Int {
        let last = path.split(separator: "/").last ?? ""
        let base = ["users": 2, "members": 3, "appRoleAssignedTo": 2][String(last)] ?? 1
        var units = base
        if query["$select"] != nil { units -= 1 }
        if query["$expand"] != nil { units += 1 }
        if let top = query.top, top < 20 { units -= 1 }
        return max(1, units)
    }

    static func largestPage(_ path: String, _ query: QueryOptions, _ options: ServerOptions) -> Int {
        if query.selected?.contains("signInActivity") ?? false { return min(500, options.largestPage) }
        if path.contains("accessReviews") { return min(100, options.largestPage) }
        return options.largestPage
    }

    private static let needs: [(part: String, anyOf: Set<String>)] = [
        ("organization", ["Organization.Read.All", "Directory.Read.All"]),
        ("users", ["User.Read.All", "Directory.Read.All"]), ("directory/", ["User.Read.All"]),
        ("groups", ["GroupMember.Read.All", "Group.Read.All", "Directory.Read.All"]),
        ("servicePrincipals", ["Application.Read.All", "Directory.Read.All"]),
        ("auditLogs", ["AuditLog.Read.All"]),
        ("identityGovernance/entitlementManagement", ["EntitlementManagement.Read.All"]),
        ("identityGovernance/accessReviews", ["AccessReview.Read.All"]),
        (
            "roleManagement/directory/roleAssignmentScheduleInstances",
            ["RoleAssignmentSchedule.Read.Directory", "RoleManagement.Read.Directory"]
        ),
        (
            "roleManagement/directory/roleEligibilityScheduleInstances",
            ["RoleEligibilitySchedule.Read.Directory", "RoleManagement.Read.Directory"]
        ),
        ("roleManagement/entitlementManagement", ["EntitlementManagement.Read.All"]),
        ("roleManagement", ["RoleManagement.Read.Directory"]),
        (
            "identityGovernance/privilegedAccess/group/assignmentScheduleInstances",
            ["PrivilegedAssignmentSchedule.Read.AzureADGroup"]
        ),
        (
            "identityGovernance/privilegedAccess/group/eligibilityScheduleInstances",
            ["PrivilegedEligibilitySchedule.Read.AzureADGroup"]
        ),
    ]

    static func refusal(_ path: String, _ query: QueryOptions, _ options: ServerOptions) -> Reply? {
        let need = needs.first { path.hasPrefix($0.part) }
        if let need, need.anyOf.isDisjoint(with: options.roles) {
            return .error(403, "Authorization_RequestDenied")
        }
        if query.selected?.contains("signInActivity") ?? false {
            guard options.roles.contains("AuditLog.Read.All") else {
                return .error(403, "Authorization_RequestDenied")
            }
            guard options.hasPremiumLicence else {
                return .error(403, "Authentication_RequestFromNonPremiumTenantOrB2CTenant")
            }
        }
        if path.hasPrefix("identityGovernance/privilegedAccess/group"),
            !["groupId eq ", "principalId eq "].contains(where: (query["$filter"] ?? "").hasPrefix)
        {
            return .error(400, "MissingFilter")
        }
        if query["$skip"] != nil, path.hasPrefix("users") { return .error(400, "Request_UnsupportedQuery") }
        if query["$expand"] != nil, query["$count"] == "true", isDirectory(path) {
            return .error(400, "Request_UnsupportedQuery")
        }
        return nil
    }
}

/// The filters that are used: comparisons of one member with a text or a moment.
struct Filter {
    private let name: String
    private let word: String
    private let value: String

    init?(_ text: String?) {
        guard let text else { return nil }
        let parts = text.split(separator: " ", maxSplits: 2).map(String.init)
        guard parts.count == 3 else { return nil }
        (name, word) = (parts[0], parts[1])
        value =
            parts[2].hasPrefix("'")
            ? String(parts[2].dropFirst().dropLast()).replacingOccurrences(of: "''", with: "'") : parts[2]
    }

    func holds(_ object: RawObject) -> Bool {
        guard let text = object.text(name) else { return false }
        switch word {
        case "eq": return text == value
        case "ge": return text >= value
        case "le": return text <= value
        default: return true
        }
    }
}
