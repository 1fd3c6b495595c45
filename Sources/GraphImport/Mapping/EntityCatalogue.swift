import Store

extension Entity {
    /// Every entity that is imported.
    static let all: [Entity] = [
        organization, user, deletedUser, userManager, userSponsors, directoryGroup, groupMember, groupOwner,
        servicePrincipal, appRoleAssignment, heldAppRole, roleDefinition, roleAssignmentSchedule,
        roleEligibilitySchedule, roleAssignment, groupAssignmentSchedule, groupEligibilitySchedule, catalog,
        catalogResource, catalogRole, catalogRoleAssignment, accessPackage, resourceRoleScope,
        incompatiblePackage, incompatibleGroup, assignmentPolicy, assignment, assignmentRequest,
        approvalStage,
        connectedOrganization, internalSponsor, externalSponsor, entitlementSettings, reviewDefinition,
        reviewInstance, contactedReviewer, reviewDecision, directoryAudit, personnel,
    ]

    static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    /// What is said of another entity's rows instead of rows of its own.
    static let aspects: Set<String> = ["userManager", "userSponsors", "heldAppRole"]

    /// What a closed group, application, package or catalog takes along (ACCESS.md 6).
    static let closedAlong: [(parent: Entity, child: Entity)] = [
        (directoryGroup, groupMember), (directoryGroup, groupOwner),
        (directoryGroup, groupAssignmentSchedule), (directoryGroup, groupEligibilitySchedule),
        (servicePrincipal, appRoleAssignment),
        (accessPackage, resourceRoleScope), (accessPackage, incompatiblePackage),
        (accessPackage, incompatibleGroup), (catalog, catalogResource),
    ]
}
