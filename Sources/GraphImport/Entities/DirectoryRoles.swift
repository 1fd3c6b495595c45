import JSONText
import Store

extension Entity {
    static let roleDefinition = Entity(
        "roleDefinition", doc: "directory roles", paths: ["directory/roleDefinitions"],
        types: ["unifiedRoleDefinition"], signatures: [["rolePermissions", "id"], ["isBuiltIn", "id"]],
        fields: [
            .text("displayName", doc: "name"),
            .text("description", doc: "description"),
            .boolean("isBuiltIn", doc: "whether Microsoft defines the role"),
            .boolean("isEnabled", doc: "whether the role can be assigned"),
            .text("templateId", doc: "id of the role in all tenants"),
        ],
        ignored: ["resourceScopes", "rolePermissions", "inheritsPermissionsFrom", "version"])

    static let roleAssignment = Entity(
        "roleAssignment", doc: "directory roles held, without their terms",
        paths: ["directory/roleAssignments"], types: ["unifiedRoleAssignment"],
        signatures: [["principalId", "roleDefinitionId", "id"]], fields: roleFields,
        essential: roleEssential, ignored: ["principal", "roleDefinition", "resourceScope", "condition"],
        tells: tellsOfRoles)

    static let roleAssignmentSchedule = Entity(
        "roleAssignmentSchedule", doc: "directory roles held, with beginning and end",
        paths: ["directory/roleAssignmentScheduleInstances"],
        folders: [
            .init(path: "directory/roleAssignmentScheduleInstances", leavesOut: "roles that were activated")
        ],
        types: ["unifiedRoleAssignmentScheduleInstance"],
        signatures: [
            ["roleAssignmentScheduleId", "principalId", "id"], ["assignmentType", "roleDefinitionId", "id"],
        ],
        fields: roleFields + scheduleFields + [.text("assignmentType", doc: "Assigned or Activated")],
        essential: roleEssential, ignored: scheduleIgnored,
        tells: tellsOfRoles)

    static let roleEligibilitySchedule = Entity(
        "roleEligibilitySchedule", doc: "directory roles that can be activated, with beginning and end",
        paths: ["directory/roleEligibilityScheduleInstances"],
        types: ["unifiedRoleEligibilityScheduleInstance"],
        signatures: [["roleEligibilityScheduleId", "principalId", "id"]],
        fields: roleFields + scheduleFields
            + [.text("assignmentType", doc: "empty as far as was seen").told(by: .unlisted)],
        essential: roleEssential, ignored: scheduleIgnored, tells: tellsOfRoles)

    private static let roleEssential = ["principal", "roleDefinition"]

    private static let roleFields: [Field] = [
        .id(
            "principal", "principalId", "principal.id",
            doc: "who holds the role: a user, group or service principal"),
        .id("roleDefinition", "roleDefinitionId", "roleDefinition.id", doc: "the role"),
        .text("directoryScope", "directoryScopeId", doc: "where the role holds; / is the whole tenant"),
        .text("appScope", "appScopeId", doc: "scope within an application"),
    ]

    private static let scheduleFields: [Field] = [
        .instant("startsAt", "startDateTime", doc: "beginning"),
        .instant("endsAt", "endDateTime", doc: "end; empty: none"),
        .text("memberType", doc: "Direct, Group or Inherited"),
    ]

    private static let scheduleIgnored = [
        "principal", "roleDefinition", "roleAssignmentOriginId", "roleAssignmentScheduleId",
        "roleEligibilityScheduleId", "activatedUsing", "appScope", "directoryScope",
    ]

    @Sendable private static func tellsOfRoles(
        _ object: JSONValue, _ tell: (Telling) -> Void
    ) {
        if let telling = Telling(.roleAssignment, object.member("principal")) { tell(telling) }
    }
}
