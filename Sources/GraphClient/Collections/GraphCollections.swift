public import Model

/// All that a pull reads, with what each needs.
public enum GraphCollections {
    private static let governance = "identityGovernance/entitlementManagement/"
    private static let privileged = "identityGovernance/privilegedAccess/group/"
    private static let reviews = "identityGovernance/accessReviews/definitions"
    private static let administration = "roleManagement/entitlementManagement/"
    private static let roles = "roleManagement/directory/"

    private static let userFields = [
        "id", "displayName", "userPrincipalName", "mail", "otherMails", "userType", "accountEnabled",
        "createdDateTime", "creationType", "externalUserState", "externalUserStateChangeDateTime",
        "companyName", "department", "jobTitle", "employeeId", "identities", "onPremisesSyncEnabled",
    ].joined(separator: ",")
    private static let manager = ("$expand", "manager($select=id,displayName)")
    private static let reference = ("$select", "id,displayName,userPrincipalName")
    private static let largest = ("$top", "999")

    /// - Parameter auditsSince: events before are not asked for; nil: all that the tenant still has.
    public static func all(auditsSince: Instant? = nil) -> [GraphCollection] {
        [organization, users, deletedUsers, groups, servicePrincipals, catalogs, packages]
            + [
                entitlement(
                    "assignmentPolicies", expand: "accessPackage,catalog,questions", less: "accessPackage"),
                entitlement("assignments", expand: "target,accessPackage,assignmentPolicy"),
                requests, connectedOrganizations,
                GraphCollection(
                    path: governance + "settings", kind: .object, queries: [.init(options: [])],
                    bucket: .governance, permission: .entitlement),
                definitions, audits(auditsSince),
            ] + catalogRoles + roleCollections
    }

    private static let organization = GraphCollection(
        path: "organization", kind: .pages, queries: [.init(options: [])], permission: .organization)

    private static let users = GraphCollection(
        path: "users", kind: .pages,
        queries: [
            .init(
                options: [("$select", userFields + ",signInActivity"), manager, ("$top", "500")], units: 2,
                permissions: [.audits]),
            .init(
                options: [("$select", userFields), manager, largest], units: 2,
                lacks: "signInActivity: AuditLog.Read.All or a premium licence is missing"),
        ],
        permission: .users,
        changes: .init(
            select: userFields + ",manager",
            lacks: "signInActivity: Graph tells it with the whole list only, it stands as read last"),
        children: [
            GraphCollection(
                path: "users/{id}/sponsors", kind: .pages,
                queries: [.init(options: [reference])], permission: .users, isOptional: true,
                isWanted: GraphBody.isExternalUser)
        ])

    private static let deletedUsers = GraphCollection(
        path: "directory/deletedItems/microsoft.graph.user", kind: .pages,
        queries: [.init(options: [("$select", userFields + ",deletedDateTime"), largest])],
        permission: .users)

    private static let groupFields =
        "id,displayName,description,mail,groupTypes,mailEnabled,securityEnabled,isAssignableToRole,"
        + "membershipRule,membershipRuleProcessingState,onPremisesSyncEnabled,visibility,createdDateTime"

    private static let groups = GraphCollection(
        path: "groups", kind: .pages,
        queries: [.init(options: [("$select", groupFields), ("$count", "true"), largest])],
        isAdvanced: true, permission: .groups,
        changes: .init(select: groupFields + ",members,owners", relations: ["members", "owners"]),
        children: ["members", "owners"].map { relation in
            GraphCollection(
                path: "groups/{id}/\(relation)", kind: .pages,
                queries: [.init(options: [reference, largest], units: relation == "members" ? 2 : 1)],
                permission: .groups)
        } + [
            schedules("assignmentScheduleInstances", .groupSchedules),
            schedules("eligibilityScheduleInstances", .groupEligibility),
        ])

    /// PIM for Groups: to be asked group by group (GRAPH.md 3.28).
    private static func schedules(_ name: String, _ permission: Permission) -> GraphCollection {
        GraphCollection(
            path: "\(privileged){id}/\(name)", filtered: (privileged + name, by: "groupId"), kind: .pages,
            queries: [.init(options: [])], bucket: .governance, permission: permission,
            isWanted: GraphBody.isManageableGroup)
    }

    private static let applicationFields =
        "id,displayName,appId,appDisplayName,accountEnabled,servicePrincipalType,appRoleAssignmentRequired,"
        + "appOwnerOrganizationId,appRoles,tags"

    private static let servicePrincipals = GraphCollection(
        path: "servicePrincipals", kind: .pages,
        queries: [.init(options: [("$select", applicationFields), ("$count", "true"), largest])],
        isAdvanced: true, permission: .applications, changes: .init(select: applicationFields),
        children: [
            GraphCollection(
                path: "servicePrincipals/{id}/appRoleAssignedTo", kind: .pages,
                queries: [.init(options: [largest], units: 2)], permission: .applications)
        ])

    private static func entitlement(
        _ path: String, expand: String? = nil, less: String? = nil, delegatedOnly: Bool = false,
        optional: Bool = false, children: [GraphCollection] = []
    ) -> GraphCollection {
        var queries = [GraphCollection.Query(options: expand.map { [("$expand", $0)] } ?? [])]
        if let less {
            queries.append(.init(options: [("$expand", less)], lacks: "only \(less) could be expanded"))
        }
        return GraphCollection(
            path: governance + path, kind: .pages, queries: queries, bucket: .governance,
            permission: .entitlement, isDelegatedOnly: delegatedOnly, isOptional: optional, children: children
        )
    }

    private static let catalogs = entitlement(
        "catalogs", children: [entitlement("catalogs/{id}/resources", expand: "roles,scopes")])

    /// The roles of a package are documented as an expansion of the package alone.
    private static let packages = entitlement(
        "accessPackages", expand: "catalog",
        children: [
            GraphCollection(
                path: governance + "accessPackages/{id}", kind: .object,
                queries: [
                    .init(options: [("$expand", "catalog,resourceRoleScopes($expand=role,scope)")])
                ], bucket: .governance, permission: .entitlement),
            entitlement("accessPackages/{id}/incompatibleAccessPackages"),
            entitlement("accessPackages/{id}/incompatibleGroups"),
        ])

    private static let requests = entitlement(
        "assignmentRequests", expand: "requestor,accessPackage,assignment",
        children: [
            entitlement(
                "accessPackageAssignmentApprovals/{id}/stages", delegatedOnly: true, optional: true)
        ])

    private static let connectedOrganizations = entitlement(
        "connectedOrganizations",
        children: ["internalSponsors", "externalSponsors"].map {
            entitlement("connectedOrganizations/{id}/\($0)")
        })

    private static func review(_ path: String, children: [GraphCollection] = []) -> GraphCollection {
        GraphCollection(
            path: reviews + path, kind: .pages, queries: [.init(options: [("$top", "100")])],
            bucket: .governance, permission: .reviews, children: children)
    }

    private static let definitions = review(
        "",
        children: [
            review(
                "/{id}/instances",
                children: ["decisions", "contactedReviewers"].map { review("/{id}/instances/{id}/\($0)") })
        ])

    private static func audits(_ since: Instant?) -> GraphCollection {
        let filter = since.map { [("$filter", "activityDateTime ge \($0)")] } ?? []
        return GraphCollection(
            path: "auditLogs/directoryAudits", kind: .pages, queries: [.init(options: filter + [largest])],
            bucket: .reports, permission: .audits)
    }

    /// Who administers catalogs; neither the permission nor the expansion is documented for these.
    private static let catalogRoles: [GraphCollection] = [
        GraphCollection(
            path: administration + "roleDefinitions", kind: .pages, queries: [.init(options: [])],
            bucket: .governance, permission: .entitlement),
        GraphCollection(
            path: administration + "roleAssignments", kind: .pages,
            queries: [.init(options: [("$expand", "principal")]), .init(options: [])],
            bucket: .governance, permission: .entitlement),
    ]

    private static let roleCollections: [GraphCollection] = [
        ("roleDefinitions", [], Permission.roles), ("roleAssignments", [], .roles),
        ("roleAssignmentScheduleInstances", [("$expand", "principal")], .roleSchedules),
        ("roleEligibilityScheduleInstances", [("$expand", "principal")], .roleEligibility),
    ].map { (name: String, options: [(String, String)], permission: Permission) in
        GraphCollection(
            path: roles + name, kind: .pages,
            queries: [.init(options: options.map { (name: $0.0, value: $0.1) })],
            bucket: .governance, permission: permission)
    }
}
