/// Entitlement management: catalogs, packages, policies, assignments, connected organizations.
extension PublicViews {
    static let packages: [PublicView] = [
        PublicView(
            name: "catalogs", doc: "catalogs of entitlement management", table: "catalog",
            columns: [.id("key", as: "id")]
                + PublicView.plain("displayName, description, catalogType, state, isExternallyVisible")
                + [.moment("createdAt"), .moment("modifiedAt")]),
        PublicView(
            name: "catalogResources", doc: "what a catalog can give access to", table: "catalogResource",
            columns: [
                .id("parent", as: "catalogId", doc: "the catalog"), .id("key", as: "id"),
                .id("origin", as: "resourceId"),
            ] + PublicView.plain("displayName, description, originSystem, resourceType, url")
                + [.moment("createdAt")]),
        PublicView(
            name: "catalogRoles", doc: "roles of entitlement management, such as catalog owner",
            table: "catalogRole",
            columns: [.id("key", as: "id")]
                + PublicView.plain("displayName, description, isBuiltIn, isEnabled")),
        PublicView(
            name: "catalogRoleAssignments",
            doc: "who administers which catalog, or entitlement management as a whole",
            table: "catalogRoleAssignment",
            columns: [
                .id("key", as: "id"), .id("principal", as: "principalId"), .id("role", as: "roleId"),
                .plain("appScope"), .id("catalog", as: "catalogId"),
            ]),
        PublicView(
            name: "packages", doc: "access packages", table: "accessPackage",
            columns: [.id("key", as: "id")] + PublicView.plain("displayName, description, isHidden")
                + [.id("catalog", as: "catalogId"), .plain("catalogName")]
                + [.moment("createdAt"), .moment("modifiedAt")]),
        PublicView(
            name: "packageResources", doc: "which role on which resource a package gives",
            table: "resourceRoleScope",
            columns: [
                .id("parent", as: "packageId", doc: "the package"), .id("key", as: "id"),
                .id("scopeOrigin", as: "resourceId"), .plain("resourceName"), .plain("scopeOriginSystem"),
                .id("roleOrigin", as: "roleId"), .plain("roleName"), .plain("scopeName"),
                .moment("createdAt"),
            ]),
        PublicView(
            name: "incompatiblePackages", doc: "packages that may not be held together",
            table: "incompatiblePackage",
            columns: [
                .id("parent", as: "packageId", doc: "the package"),
                .id("key", as: "incompatibleId", doc: "the other package"), .plain("displayName"),
            ]),
        PublicView(
            name: "incompatibleGroups", doc: "groups whose members may not hold a package",
            table: "incompatibleGroup",
            columns: [
                .id("parent", as: "packageId", doc: "the package"),
                .id("key", as: "groupId", doc: "the group"), .plain("displayName"),
            ]),
        PublicView(
            name: "policies", doc: "assignment policies", table: "assignmentPolicy",
            columns: [.id("key", as: "id"), .id("package", as: "packageId")]
                + PublicView.plain("displayName, description, allowedTargetScope")
                + PublicView.plain("expirationType, expirationDuration")
                + [.moment("expirationEndsAt"), .plain("approvalRequiredForAdd")]
                + [.plain("approvalRequiredForUpdate"), .moment("createdAt"), .moment("modifiedAt")]
                + [.plain("whole")]),
        PublicView(
            name: "assignments", doc: "assignments of packages, as the source tells them",
            table: "assignment",
            columns: [
                .id("key", as: "id"), .id("package", as: "packageId"), .id("policy", as: "policyId"),
                .id("person", as: "personId"), .id("subject", as: "subjectId"),
            ] + PublicView.plain("subjectName, subjectType, subjectLifecycle")
                + [.id("connectedOrganization", as: "connectedOrganizationId")]
                + PublicView.plain("state, status") + [.moment("startsAt"), .moment("expirationEndsAt")]
                + PublicView.plain("expirationType, expirationDuration")
                + [.moment("expiredAt"), .moment("createdAt")]),
        PublicView(
            name: "connectedOrganizations", doc: "organizations whose people may ask for packages",
            table: "connectedOrganization",
            columns: [.id("key", as: "id")]
                + PublicView.plain("displayName, description, state, identitySources")
                + [.moment("createdAt"), .moment("modifiedAt")]),
        sponsors(
            "internalSponsors", "people of this tenant who answer for an organization", "internalSponsor"),
        sponsors("externalSponsors", "people of an organization who answer for it", "externalSponsor"),
        PublicView(
            name: "lifecycleSettings", doc: "what becomes of guests when their last assignment ends",
            table: "entitlementSettings",
            columns: PublicView.plain(
                "externalUserLifecycleAction, durationUntilExternalUserDeletedAfterBlocked")),
    ]

    private static func sponsors(_ name: String, _ doc: String, _ table: String) -> PublicView {
        PublicView(
            name: name, doc: doc, table: table,
            columns: [
                .id("parent", as: "organizationId", doc: "the connected organization"),
                .id("key", as: "sponsorId", doc: "the sponsor: a user or a group"),
                .plain("displayName"), .plain("userPrincipalName"), .plain("kind"),
            ])
    }
}
