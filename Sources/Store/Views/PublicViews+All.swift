extension PublicViews {
    static let all = state + versions + events

    private static let state: [View] = [
        View(
            name: "users", doc: "users of the directory", table: "user",
            columns: [.id("key", as: "id")]
                + plain("displayName, userPrincipalName, mail, userType, accountEnabled")
                + [.moment("createdAt")] + plain("externalUserState, companyName, department")
                + [.id("manager", as: "managerId")]),
        View(
            name: "groups", doc: "groups", table: "directoryGroup",
            columns: [.id("key", as: "id")] + plain("displayName, description, groupTypes, membershipRule")),
        View(
            name: "members", doc: "direct members of groups", table: "groupMember",
            columns: [.id("parent", as: "groupId"), .id("key", as: "memberId")]),
        View(
            name: "owners", doc: "owners of groups", table: "groupOwner",
            columns: [.id("parent", as: "groupId"), .id("key", as: "ownerId")]),
        View(
            name: "applications", doc: "service principals", table: "servicePrincipal",
            columns: [.id("key", as: "id")]
                + plain("displayName, appId, accountEnabled, servicePrincipalType, appRoleAssignmentRequired")
        ),
        View(
            name: "appRoles", doc: "who holds which role of an application", table: "appRoleAssignment",
            columns: [
                .id("key", as: "id"), .id("resource", as: "applicationId"),
                .id("principal", as: "principalId"),
                .plain("principalType"), .id("appRole", as: "roleId"), .moment("createdAt"),
            ]),
        View(
            name: "packages", doc: "access packages", table: "accessPackage",
            columns: [.id("key", as: "id")] + plain("displayName, description, isHidden")
                + [.id("catalog", as: "catalogId")]),
        View(
            name: "policies", doc: "assignment policies", table: "assignmentPolicy",
            columns: [.id("key", as: "id"), .id("package", as: "packageId")]
                + plain("displayName, allowedTargetScope, expirationType, expirationDuration")
                + [.moment("expirationEndsAt"), .plain("approvalRequiredForAdd")]),
        View(
            name: "assignments", doc: "assignments of packages, as the source tells them",
            table: "assignment",
            columns: [
                .id("key", as: "id"), .id("package", as: "packageId"), .id("policy", as: "policyId"),
                .id("person", as: "personId"),
            ] + plain("subjectName, state, status") + [.moment("startsAt"), .moment("expirationEndsAt")]
                + plain("expirationType, expirationDuration") + [.moment("expiredAt")]),
    ]

    static func plain(_ names: String) -> [Column] {
        names.split(separator: ",").map { .plain($0.drop { $0 == " " }.description) }
    }
}
