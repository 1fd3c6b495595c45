/// People, groups, applications, directory roles.
extension PublicViews {
    static let directory: [PublicView] = [
        PublicView(
            name: "organizations", doc: "the tenant itself", table: "organization",
            columns: [.id("key", as: "id")] + PublicView.plain("displayName, verifiedDomains")
                + [.moment("createdAt")]),
        PublicView(
            name: "users", doc: "users of the directory", table: "user",
            columns: userColumns + [.plain("managerName"), .id("manager", as: "managerId")]),
        PublicView(
            name: "deletedUsers", doc: "users in the recycle bin of the directory", table: "deletedUser",
            columns: userColumns + [.moment("deletedAt")]),
        PublicView(
            name: "signIns", doc: "last sign-ins of users, to the tenant by any application", table: "signIn",
            columns: [
                .id("key", as: "id", doc: "the user"), .moment("lastAttemptAt"), .moment("lastSuccessAt"),
                .moment("lastNonInteractiveAt"),
            ]),
        PublicView(
            name: "sponsors", doc: "who answers for a user, in the order of the source", table: "user",
            columns: [
                .id("key", as: "userId", doc: "the user"),
                .derived("position", "j.key + 1", doc: "place in the order of the source, from 1"),
                .derived("sponsorId", "j.value ->> 'id'", doc: "the sponsor: a user or a group"),
                .derived("sponsorName", "j.value ->> 'displayName'", doc: "the sponsor's name as told here"),
                .derived("kind", "j.value ->> 'kind'", doc: "user or group"),
            ], lists: " CROSS JOIN json_each(t.sponsors) j"),
        PublicView(
            name: "groups", doc: "groups", table: "directoryGroup",
            columns: [.id("key", as: "id")]
                + PublicView.plain("displayName, description, mail, groupTypes, membershipRule")
                + PublicView.plain("securityEnabled, isAssignableToRole, onPremisesSyncEnabled, visibility")
                + [.moment("createdAt")]),
        PublicView(
            name: "members", doc: "direct members of groups", table: "groupMember",
            columns: [
                .id("parent", as: "groupId", doc: "the group"),
                .id(
                    "key", as: "memberId", doc: "the member: a user, group, service principal or other object"
                ),
            ]),
        PublicView(
            name: "owners", doc: "owners of groups", table: "groupOwner",
            columns: [
                .id("parent", as: "groupId", doc: "the group"), .id("key", as: "ownerId", doc: "the owner"),
            ]),
        PublicView(
            name: "applications", doc: "service principals", table: "servicePrincipal",
            columns: [.id("key", as: "id")]
                + PublicView.plain("displayName, appId, accountEnabled, servicePrincipalType")
                + PublicView.plain("appRoleAssignmentRequired, appOwnerOrganizationId, appRoles, tags")),
        PublicView(
            name: "appRoles", doc: "who holds which role of an application", table: "appRoleAssignment",
            columns: [
                .id("key", as: "id"), .id("resource", as: "applicationId"),
                .id("principal", as: "principalId"), .plain("principalType"),
                .plain("principalDisplayName"), .id("appRole", as: "roleId"), .moment("createdAt"),
            ]),
        PublicView(
            name: "directoryRoles", doc: "directory roles", table: "roleDefinition",
            columns: [.id("key", as: "id")]
                + PublicView.plain("displayName, description, isBuiltIn, isEnabled, templateId")),
        PublicView(
            name: "roleAssignments", doc: "directory roles held, without their terms",
            table: "roleAssignment",
            columns: roleColumns),
        PublicView(
            name: "roles", doc: "directory roles held, with beginning and end",
            table: "roleAssignmentSchedule",
            columns: roleColumns + scheduleColumns),
        PublicView(
            name: "eligibilities", doc: "directory roles that can be activated, with beginning and end",
            table: "roleEligibilitySchedule", columns: roleColumns + scheduleColumns),
        PublicView(
            name: "groupSchedules",
            doc: "memberships and ownerships of groups with beginning and end (PIM for Groups)",
            table: "groupAssignmentSchedule", columns: groupScheduleColumns + [.plain("assignmentType")]),
        PublicView(
            name: "groupEligibilities",
            doc: "memberships and ownerships of groups that can be activated (PIM for Groups)",
            table: "groupEligibilitySchedule", columns: groupScheduleColumns),
    ]

    private static let userColumns: [PublicView.Column] =
        [.id("key", as: "id")]
        + PublicView.plain("displayName, userPrincipalName, mail, otherMails, userType, accountEnabled")
        + [.moment("createdAt"), .plain("creationType"), .plain("externalUserState")]
        + [.moment("externalUserStateChangedAt")]
        + PublicView.plain("companyName, department, jobTitle, employeeId, onPremisesSyncEnabled, identities")

    private static let roleColumns: [PublicView.Column] = [
        .id("key", as: "id"), .id("principal", as: "principalId"),
        .id("roleDefinition", as: "roleDefinitionId"),
        .plain("directoryScope"),
    ]

    private static let groupScheduleColumns: [PublicView.Column] =
        [
            .id("key", as: "id"), .id("directoryGroup", as: "groupId"), .id("principal", as: "principalId"),
            .plain("relation"), .moment("startsAt"), .moment("endsAt"), .plain("memberType"),
        ]

    private static let scheduleColumns: [PublicView.Column] = [
        .moment("startsAt"), .moment("endsAt"), .plain("memberType"), .plain("assignmentType"),
    ]
}
