/// The history behind the state: versions of what ends.
extension PublicViews {
    static let versions: [PublicView] = [
        PublicView(
            name: "userVersions", doc: "users, version by version", table: "user",
            columns: [.id("key", as: "id")]
                + PublicView.plain("displayName, userPrincipalName, mail, userType, accountEnabled"),
            rows: .versions),
        named("groupVersions", "groups", "directoryGroup"),
        named("applicationVersions", "service principals", "servicePrincipal"),
        named("directoryRoleVersions", "directory roles", "roleDefinition"),
        named("packageVersions", "access packages", "accessPackage"),
        PublicView(
            name: "assignmentVersions", doc: "assignments of packages, version by version",
            table: "assignment",
            columns: [
                .id("key", as: "id"), .id("package", as: "packageId"), .plain("packageName"),
                .id("policy", as: "policyId"), .id("person", as: "personId"), .id("subject", as: "subjectId"),
            ] + PublicView.plain("subjectName, subjectLifecycle, state, status")
                + [.id("connectedOrganization", as: "connectedOrganizationId")]
                + [.moment("startsAt"), .moment("expirationEndsAt")]
                + PublicView.plain("expirationType, expirationDuration") + [.moment("expiredAt")],
            rows: .versions),
        PublicView(
            name: "memberVersions", doc: "direct members of groups, since when and until when",
            table: "groupMember",
            columns: [
                .id("parent", as: "groupId", doc: "the group"), .id("key", as: "memberId", doc: "the member"),
            ], rows: .versions),
        PublicView(
            name: "ownerVersions", doc: "owners of groups, since when and until when", table: "groupOwner",
            columns: [
                .id("parent", as: "groupId", doc: "the group"), .id("key", as: "ownerId", doc: "the owner"),
            ], rows: .versions),
        PublicView(
            name: "appRoleVersions", doc: "who held which role of an application, version by version",
            table: "appRoleAssignment",
            columns: [
                .id("key", as: "id"), .id("resource", as: "applicationId"),
                .id("principal", as: "principalId"), .plain("principalDisplayName"),
                .plain("resourceDisplayName"), .id("appRole", as: "roleId"), .moment("createdAt"),
            ], rows: .versions),
        role("roleVersions", "directory roles held", "roleAssignmentSchedule"),
        role("eligibilityVersions", "directory roles that can be activated", "roleEligibilitySchedule"),
        groupSchedule(
            "groupScheduleVersions", "memberships and ownerships of groups with terms",
            "groupAssignmentSchedule"),
        groupSchedule(
            "groupEligibilityVersions", "memberships and ownerships of groups that can be activated",
            "groupEligibilitySchedule"),
    ]

    private static func named(_ name: String, _ doc: String, _ table: String) -> PublicView {
        PublicView(
            name: name, doc: doc + ", version by version", table: table,
            columns: [.id("key", as: "id"), .plain("displayName")], rows: .versions)
    }

    private static func groupSchedule(_ name: String, _ doc: String, _ table: String) -> PublicView {
        PublicView(
            name: name, doc: doc + ", version by version", table: table,
            columns: [
                .id("key", as: "id"), .id("directoryGroup", as: "groupId"),
                .id("principal", as: "principalId"), .plain("relation"), .moment("startsAt"),
                .moment("endsAt"),
            ], rows: .versions)
    }

    private static func role(_ name: String, _ doc: String, _ table: String) -> PublicView {
        PublicView(
            name: name, doc: doc + ", version by version", table: table,
            columns: [
                .id("key", as: "id"), .id("principal", as: "principalId"),
                .id("roleDefinition", as: "roleDefinitionId"), .plain("directoryScope"),
                .moment("startsAt"), .moment("endsAt"),
            ], rows: .versions)
    }
}
