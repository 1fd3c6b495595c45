#include "entity.hpp"

namespace {

Member text(std::string_view key, const char *column = nullptr) { return {key, Kind::text, column ? column : key.data()}; }
Member flag(std::string_view key, const char *column = nullptr) { return {key, Kind::boolean, column ? column : key.data()}; }
Member json(std::string_view key, const char *column = nullptr) { return {key, Kind::json, column ? column : key.data()}; }
Member instant(std::string_view key, const char *column) { return {key, Kind::instant, column}; }
Member id(std::string_view key, const char *column) { return {key, Kind::id, column}; }
Member inner(std::string_view key, std::vector<Member> members = {}) { return {key, Kind::inner, nullptr, members}; }
Member skip(std::string_view key) { return {key}; }

const Member created = instant("createdDateTime", "createdAt"), modified = instant("modifiedDateTime", "modifiedAt");
const Member name = text("displayName"), description = text("description");
const Member package = inner("accessPackage", {id("id", "package"), text("displayName", "packageName")});

const std::vector<Member> reference = {skip("@odata.type"), id("id", "key"), skip("displayName"), skip("userPrincipalName")};

Member expiration() {
    return inner("expiration", {text("type", "expirationType"), instant("endDateTime", "expirationEndsAt"),
                                text("duration", "expirationDuration")});
}

Member schedule() {
    return inner("schedule", {instant("startDateTime", "startsAt"), skip("recurrence"), expiration()});
}

std::vector<Member> user(bool is_deleted) {
    std::vector<Member> members = {
        name, text("userPrincipalName"), text("mail"), json("otherMails"), flag("accountEnabled"), created,
        text("userType"), text("creationType"), text("externalUserState"),
        instant("externalUserStateChangeDateTime", "externalUserStateChangedAt"), text("companyName"),
        text("department"), text("jobTitle"), text("employeeId"), flag("onPremisesSyncEnabled"), json("identities"),
        inner("signInActivity"), inner("sponsors"),
        inner("manager", {skip("@odata.type"), id("id", "manager"), text("displayName", "managerName")})};
    if (is_deleted) members.push_back(instant("deletedDateTime", "deletedAt"));
    return members;
}

std::vector<Member> role(bool has_times) {
    std::vector<Member> members = {id("principalId", "principal"), id("roleDefinitionId", "roleDefinition"),
                                   text("directoryScopeId", "directoryScope"), text("appScopeId", "appScope")};
    if (has_times)
        members.insert(members.end(), {instant("startDateTime", "startsAt"), instant("endDateTime", "endsAt"),
                                       text("memberType"), text("assignmentType")});
    members.push_back(inner("principal"));
    return members;
}

std::vector<Member> decider(std::vector<Member> before) {
    before.push_back(inner("reviewedBy", {id("id", "reviewer"), text("displayName", "reviewerName"),
                                          text("userPrincipalName", "reviewerPrincipalName")}));
    return before;
}

Member scope() { return {"scope", Kind::json, "scope", {text("query", "scopeQuery")}}; }

}  // namespace

std::vector<Entity> entities() {
    return {
        {"organization", {"organization"}, {name, json("verifiedDomains")}},
        {"user", {"users"}, user(false), Besides::user},
        {"deletedUser", {"deletedItems", "microsoft.graph.user"}, user(true), Besides::user},
        {"directoryGroup", {"groups"}, {
            name, description, json("groupTypes"), flag("mailEnabled"), flag("securityEnabled"),
            flag("isAssignableToRole"), text("membershipRule"), flag("onPremisesSyncEnabled"), text("visibility"),
            created}},
        {"groupMember", {"groups", "*", "members"}, reference, Besides::member, true},
        {"groupOwner", {"groups", "*", "owners"}, reference, Besides::owner, true},
        {"servicePrincipal", {"servicePrincipals"}, {
            text("appId"), name, flag("accountEnabled"), text("servicePrincipalType"),
            flag("appRoleAssignmentRequired"), json("appRoles"), text("appOwnerOrganizationId"), json("tags")}},
        {"appRoleAssignment", {"servicePrincipals", "*", "appRoleAssignedTo"}, {
            skip("deletedDateTime"), id("appRoleId", "appRole"), created, text("principalDisplayName"),
            id("principalId", "principal"), text("principalType"), text("resourceDisplayName"),
            id("resourceId", "resource")}, Besides::holder, false, "resource"},
        {"roleDefinition", {"directory", "roleDefinitions"}, {
            name, description, flag("isBuiltIn"), flag("isEnabled"), text("templateId")}},
        {"roleAssignment", {"directory", "roleAssignments"}, role(false), Besides::role},
        {"roleAssignmentSchedule", {"directory", "roleAssignmentScheduleInstances"}, role(true), Besides::role},
        {"roleEligibilitySchedule", {"directory", "roleEligibilityScheduleInstances"}, role(true), Besides::role},
        {"catalog", {"catalogs"}, {
            name, description, text("catalogType"), text("state"), flag("isExternallyVisible"), created, modified}},
        {"catalogResource", {"catalogs", "*", "resources"}, {
            name, description, id("originId", "origin"), text("originSystem"), created, skip("attributes")},
            Besides::nothing, true},
        {"accessPackage", {"accessPackages"}, {
            name, description, flag("isHidden"), created, modified,
            inner("catalog", {id("id", "catalog"), text("displayName", "catalogName")})}},
        {"resourceRoleScope", {"accessPackages", "*", "resourceRoleScopes"}, {
            created,
            inner("role", {skip("id"), text("displayName", "roleName"), skip("description"),
                           text("originSystem", "roleOriginSystem"), id("originId", "roleOrigin")}),
            inner("scope", {skip("id"), text("displayName", "scopeName"), skip("description"),
                            id("originId", "scopeOrigin"), text("originSystem", "scopeOriginSystem")})},
            Besides::nothing, true},
        {"assignmentPolicy", {"assignmentPolicies"}, {
            name, description, text("allowedTargetScope"), created, modified, expiration(),
            skip("requestorSettings"),
            inner("requestApprovalSettings", {flag("isApprovalRequiredForAdd", "approvalRequiredForAdd"),
                                              flag("isApprovalRequiredForUpdate", "approvalRequiredForUpdate")}),
            package}, Besides::policy},
        {"assignment", {"assignments"}, {
            text("state"), text("status"), instant("expiredDateTime", "expiredAt"), schedule(),
            skip("customExtensionCalloutInstances"),
            inner("target", {id("id", "subject"), id("objectId", "person"), text("displayName", "subjectName"),
                             text("email", "subjectEmail"), text("principalName", "subjectPrincipalName"),
                             text("subjectType"), text("subjectLifecycle"),
                             inner("connectedOrganization", {id("id", "connectedOrganization")})}),
            package,
            inner("assignmentPolicy", {id("id", "policy"), text("displayName", "policyName")})}, Besides::subject},
        {"assignmentRequest", {"assignmentRequests"}, {
            text("requestType"), text("state"), text("status"), created, instant("completedDateTime", "completedAt"),
            text("justification"), json("answers"), json("customExtensionCalloutInstances", "callouts"), schedule(),
            inner("requestor", {id("id", "requestor"), id("objectId", "requestorPerson"),
                                text("displayName", "requestorName"), text("email", "requestorEmail"),
                                text("principalName", "requestorPrincipalName")}),
            package, inner("assignment", {id("id", "assignment")})}, Besides::requestor},
        {"approvalStage", {"accessPackageAssignmentApprovals", "*", "stages"}, decider({
            name, skip("assignedToMe"), text("justification"), text("status"), text("reviewResult"),
            instant("reviewedDateTime", "reviewedAt")}), Besides::reviewer, true},
        {"connectedOrganization", {"connectedOrganizations"}, {
            name, description, text("state"), json("identitySources"), created, modified}},
        {"reviewDefinition", {"accessReviews", "definitions"}, {
            name, text("status"), created, scope(), json("instanceEnumerationScope", "instanceScope"),
            json("reviewers"), json("settings")}},
        {"reviewInstance", {"definitions", "*", "instances"}, {
            instant("startDateTime", "startsAt"), instant("endDateTime", "endsAt"), text("status"), scope()},
            Besides::nothing, false, "definition"},
        {"reviewDecision", {"instances", "*", "decisions"}, decider({
            skip("accessReviewId"), instant("reviewedDateTime", "reviewedAt"), text("decision"),
            text("justification"), instant("appliedDateTime", "appliedAt"), text("applyResult"),
            text("recommendation"),
            inner("principal", {text("@odata.type", "principalType"), id("id", "principal"),
                                text("displayName", "principalName"),
                                text("userPrincipalName", "principalUserPrincipalName")}),
            inner("resource", {skip("@odata.type"), id("id", "resource"), text("displayName", "resourceName"),
                               text("type", "resourceType"), id("accessPackageId", "package")}),
            text("resourceLink"), skip("principalLink"),
            inner("appliedBy", {skip("id"), text("displayName", "applierName")})}),
            Besides::decision, false, "instance", "definition"},
        {"directoryAudit", {"auditLogs", "directoryAudits"}, {
            text("category"), text("correlationId"), text("result"), text("resultReason"),
            text("activityDisplayName", "activity"), instant("activityDateTime", "activityAt"),
            text("loggedByService", "service"), text("operationType"),
            inner("initiatedBy", {inner("user", {id("id", "initiator"), text("displayName", "initiatorName"),
                                                 text("userPrincipalName", "initiatorPrincipalName")})}),
            json("targetResources", "targets"), json("additionalDetails", "details")}, Besides::audit},
    };
}
