extension FlatTable {
    static let all =
        [users, memberships, appRoles, applications, appRoleAssignments, assignments]
        + [packages, reviewDefinitions]

    private static let users = FlatTable(
        names: ["entrausers"], columns: ["ObjectID", "UserPrincipalName"], entity: "user",
        places: ["ObjectID": "id"])

    private static let memberships = FlatTable(
        names: ["entragroupmembership", "entragroupmemberships"], columns: ["GroupId", "Members"],
        entity: "groupMember", isMembership: true, places: [:])

    /// Registered applications only, and of their roles those that are for users.
    private static let appRoles = FlatTable(
        names: ["approles"], columns: ["ApplicationId", "ServicePrincipalId", "AppRoles"],
        entity: "servicePrincipal", leavesOut: "applications that are not registered in this tenant",
        places: ["ServicePrincipalId": "id", "ApplicationId": "appId"])

    private static let applications = FlatTable(
        names: ["applications"], columns: ["ApplicationId", "ServicePrincipalId"],
        entity: "servicePrincipal", leavesOut: "applications that are not registered in this tenant",
        places: ["ServicePrincipalId": "id", "ApplicationId": "appId"])

    /// A row for each user who has the role, by a group, too: the holder is the principal of the assignment.
    private static let appRoleAssignments = FlatTable(
        names: ["approleassignments"], columns: ["AppRoleId", "AssignmentPrincipalId", "ResourceId"],
        entity: "appRoleAssignment", leavesOut: "groups and service principals without users",
        places: [
            "AssignmentPrincipalId": "principalId", "AssignmentPrincipalType": "principalType",
            "AssignmentPrincipalDisplayName": "principalDisplayName", "PrincipalId": "",
            "PrincipalDisplayName": "",
        ])

    /// Those that are delivered.
    private static let assignments = FlatTable(
        names: ["entraaccesspackageassignments"], columns: ["AccessPackageId", "TargetObjectId"],
        entity: "assignment", leavesOut: "assignments that are not delivered",
        places: [
            "ScheduleStartDateTime": "schedule.startDateTime", "AccessPackageId": "accessPackage.id",
            "AccessPackageDisplayName": "accessPackage.displayName", "TargetId": "target.id",
            "TargetDisplayName": "target.displayName", "TargetEmail": "target.email",
            "TargetObjectId": "target.objectId", "TargetPrincipalName": "target.principalName",
            "TargetSubjectType": "target.subjectType",
        ])

    private static let packages = FlatTable(
        names: ["entraaccesspackages"], columns: [], entity: "accessPackage", places: [:])

    private static let reviewDefinitions = FlatTable(
        names: ["entraaccessreviewdefinitions"], columns: [], entity: "reviewDefinition", places: [:])
}
