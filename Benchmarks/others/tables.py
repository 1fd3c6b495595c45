"""What the Python script loads: for each table its collection and, for each column, where the value stands.

The same entities and columns as Tenure's, in plain tables: `*` begins a value that is kept as JSON, `^` is the id of
the folder that holds the page.
"""

from pages import ENTITLEMENT as EM

USER = ("id displayName userPrincipalName mail *otherMails userType accountEnabled createdDateTime creationType "
        "externalUserState externalUserStateChangeDateTime companyName department jobTitle employeeId "
        "onPremisesSyncEnabled *identities manager.id manager.displayName *sponsors")
ROLE = "id principalId roleDefinitionId directoryScopeId appScopeId"
SCHEDULE = ROLE + " startDateTime endDateTime memberType assignmentType"
EXPIRATION = "expiration.type expiration.endDateTime expiration.duration"
TERM = "schedule.startDateTime schedule.expiration.type schedule.expiration.endDateTime schedule.expiration.duration"
REVIEWS = "identityGovernance/accessReviews/definitions"

TABLES = {
    "organization": ("organization", "id displayName *verifiedDomains"),
    "users": ("users", USER + " signInActivity.lastSignInDateTime signInActivity.lastSuccessfulSignInDateTime"),
    "deletedUsers": ("directory/deletedItems/microsoft.graph.user", USER + " deletedDateTime"),
    "groups": ("groups", "id displayName description *groupTypes mailEnabled securityEnabled isAssignableToRole "
               "membershipRule onPremisesSyncEnabled visibility createdDateTime"),
    "members": ("groups/*/members", "^groupId id=memberId @odata.type displayName userPrincipalName"),
    "owners": ("groups/*/owners", "^groupId id=ownerId @odata.type displayName userPrincipalName"),
    "servicePrincipals": ("servicePrincipals", "id displayName appId accountEnabled servicePrincipalType "
                          "appRoleAssignmentRequired appOwnerOrganizationId *appRoles *tags"),
    "appRoleAssignments": ("servicePrincipals/*/appRoleAssignedTo", "id resourceId principalId principalType "
                           "principalDisplayName resourceDisplayName appRoleId createdDateTime"),
    "roleDefinitions": ("roleManagement/directory/roleDefinitions", "id displayName description isBuiltIn isEnabled "
                        "templateId"),
    "roleAssignments": ("roleManagement/directory/roleAssignments", ROLE),
    "roleAssignmentSchedules": ("roleManagement/directory/roleAssignmentScheduleInstances", SCHEDULE),
    "roleEligibilitySchedules": ("roleManagement/directory/roleEligibilityScheduleInstances", SCHEDULE),
    "catalogs": (f"{EM}/catalogs", "id displayName description catalogType state isExternallyVisible createdDateTime "
                 "modifiedDateTime"),
    "catalogResources": (f"{EM}/catalogs/*/resources", "^catalogId id displayName description originId originSystem "
                         "createdDateTime"),
    "packages": (f"{EM}/accessPackages", "id displayName description isHidden catalog.id catalog.displayName "
                 "createdDateTime modifiedDateTime"),
    "roleScopes": (f"{EM}/accessPackages/*/resourceRoleScopes", "^packageId id role.displayName role.originId "
                   "role.originSystem scope.displayName scope.originId scope.originSystem createdDateTime"),
    "policies": (f"{EM}/assignmentPolicies", "id accessPackage.id accessPackage.displayName displayName description "
                 f"allowedTargetScope {EXPIRATION} requestApprovalSettings.isApprovalRequiredForAdd "
                 "requestApprovalSettings.isApprovalRequiredForUpdate createdDateTime modifiedDateTime *"),
    "assignments": (f"{EM}/assignments", "id accessPackage.id accessPackage.displayName assignmentPolicy.id "
                    "assignmentPolicy.displayName target.id target.objectId target.displayName target.email "
                    "target.principalName target.subjectType target.subjectLifecycle target.connectedOrganization.id "
                    f"state status expiredDateTime {TERM}"),
    "connectedOrganizations": (f"{EM}/connectedOrganizations", "id displayName description state *identitySources"),
    "requests": (f"{EM}/assignmentRequests", "id requestType state status createdDateTime completedDateTime "
                 "justification accessPackage.id accessPackage.displayName assignment.id requestor.id "
                 "requestor.objectId requestor.displayName requestor.email requestor.principalName "
                 f"{TERM} *answers *customExtensionCalloutInstances"),
    "stages": (f"{EM}/accessPackageAssignmentApprovals/*/stages", "^requestId id displayName status reviewResult "
               "reviewedDateTime reviewedBy.id reviewedBy.displayName reviewedBy.userPrincipalName justification"),
    "reviewDefinitions": (REVIEWS, "id displayName status createdDateTime scope.query *scope "
                          "*instanceEnumerationScope *reviewers *settings"),
    "reviewInstances": (f"{REVIEWS}/*/instances", "^definitionId id status startDateTime endDateTime scope.query "
                        "*scope"),
    "decisions": (f"{REVIEWS}/*/instances/*/decisions", "^instanceId id decision recommendation justification "
                  "reviewedDateTime reviewedBy.id reviewedBy.displayName reviewedBy.userPrincipalName applyResult "
                  "appliedDateTime appliedBy.displayName principal.id principal.displayName "
                  "principal.userPrincipalName resource.id resource.displayName resource.type "
                  "resource.accessPackageId resourceLink"),
    "audits": ("auditLogs/directoryAudits", "id category activityDisplayName activityDateTime result resultReason "
               "loggedByService operationType correlationId initiatedBy.user.id initiatedBy.user.displayName "
               "initiatedBy.user.userPrincipalName *targetResources *additionalDetails"),
}

INDEXES = ("members (memberId, groupId)", "owners (ownerId, groupId)", "appRoleAssignments (principalId)",
           "appRoleAssignments (resourceId)", "assignments (target_objectId)", "assignments (target_id)",
           "requests (assignment_id)", "policies (accessPackage_id)", "decisions (principal_id)",
           "roleAssignments (principalId)", "roleAssignmentSchedules (principalId)",
           "roleEligibilitySchedules (principalId)", "reviewInstances (definitionId)", "mentions (named)")
