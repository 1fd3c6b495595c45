/// The history behind the state: versions of what ends, and events.
extension PublicViews {
    static let versions: [View] = [
        View(
            name: "userVersions", doc: "users, version by version", table: "user",
            columns: [.id("key", as: "id")]
                + plain("displayName, userPrincipalName, mail, userType, accountEnabled"),
            rows: .versions),
        View(
            name: "groupVersions", doc: "groups, version by version", table: "directoryGroup",
            columns: [.id("key", as: "id"), .plain("displayName")], rows: .versions),
        View(
            name: "applicationVersions", doc: "service principals, version by version",
            table: "servicePrincipal", columns: [.id("key", as: "id"), .plain("displayName")], rows: .versions
        ),
        View(
            name: "directoryRoleVersions", doc: "directory roles, version by version",
            table: "roleDefinition",
            columns: [.id("key", as: "id"), .plain("displayName")], rows: .versions),
        View(
            name: "packageVersions", doc: "access packages, version by version", table: "accessPackage",
            columns: [.id("key", as: "id"), .plain("displayName")], rows: .versions),
        View(
            name: "assignmentVersions", doc: "assignments of packages, version by version",
            table: "assignment",
            columns: [
                .id("key", as: "id"), .id("package", as: "packageId"), .plain("packageName"),
                .id("policy", as: "policyId"), .id("person", as: "personId"), .id("subject", as: "subjectId"),
            ] + plain("subjectName, state, status") + [.moment("startsAt"), .moment("expirationEndsAt")]
                + plain("expirationType, expirationDuration") + [.moment("expiredAt")],
            rows: .versions),
        View(
            name: "memberVersions", doc: "direct members of groups, since when and until when",
            table: "groupMember", columns: [.id("parent", as: "groupId"), .id("key", as: "memberId")],
            rows: .versions),
        View(
            name: "ownerVersions", doc: "owners of groups, since when and until when", table: "groupOwner",
            columns: [.id("parent", as: "groupId"), .id("key", as: "ownerId")], rows: .versions),
        View(
            name: "appRoleVersions", doc: "who held which role of an application, version by version",
            table: "appRoleAssignment",
            columns: [
                .id("key", as: "id"), .id("resource", as: "applicationId"),
                .id("principal", as: "principalId"), .plain("principalDisplayName"),
                .plain("resourceDisplayName"), .id("appRole", as: "roleId"), .moment("createdAt"),
            ], rows: .versions),
        role("roleVersions", "active directory roles", "roleAssignmentSchedule"),
        role("eligibilityVersions", "directory roles that can be activated", "roleEligibilitySchedule"),
    ]

    private static func role(_ name: String, _ doc: String, _ table: String) -> View {
        View(
            name: name, doc: doc + ", version by version", table: table,
            columns: [
                .id("key", as: "id"), .id("principal", as: "principalId"),
                .id("roleDefinition", as: "roleDefinitionId"), .plain("directoryScope"),
                .moment("startsAt"), .moment("endsAt"),
            ], rows: .versions)
    }

    static let events: [View] = [
        View(
            name: "requests", doc: "requests for packages, version by version", table: "assignmentRequest",
            columns: [
                .id("key", as: "id"), .id("assignment", as: "assignmentId"), .id("package", as: "packageId"),
                .plain("packageName"), .id("requestorPerson", as: "requestorPersonId"),
                .id("requestor", as: "requestorId"),
            ] + plain("requestorName, requestorPrincipalName, requestType, state, status, justification")
                + [.moment("createdAt"), .moment("completedAt")],
            rows: .events(moment: "createdAt")),
        View(
            name: "approvals", doc: "stages of approval, version by version", table: "approvalStage",
            columns: [
                .id("parent", as: "requestId"), .id("key", as: "id"), .id("reviewer", as: "reviewerId"),
            ]
                + plain(
                    "displayName, status, reviewResult, reviewerName, reviewerPrincipalName, justification")
                + [.moment("reviewedAt")],
            rows: .events(moment: "reviewedAt", keys: ["parent", "key"])),
        View(
            name: "decisions", doc: "decisions of access reviews, version by version",
            table: "reviewDecision",
            columns: [
                .id("key", as: "id"), .id("definition", as: "definitionId"),
                .id("instance", as: "instanceId"),
                .id("principal", as: "principalId"), .id("target", as: "targetId"),
                .id("resource", as: "resourceId"), .id("package", as: "packageId"),
                .id("reviewer", as: "reviewerId"),
            ] + plain("principalName, principalUserPrincipalName, resourceName, decision, recommendation")
                + plain("justification, reviewerName, reviewerPrincipalName, applyResult, applierName")
                + [.moment("reviewedAt"), .moment("appliedAt")],
            rows: .events(moment: "reviewedAt")),
        View(
            name: "auditEvents", doc: "events of the audit log, version by version", table: "directoryAudit",
            columns: [.id("key", as: "id"), .moment("activityAt"), .id("initiator", as: "initiatorId")]
                + plain("category, activity, result, resultReason, initiatorName, initiatorPrincipalName")
                + plain("initiatorApp, correlationId, targets, details"),
            rows: .events(moment: "activityAt")),
    ]
}
