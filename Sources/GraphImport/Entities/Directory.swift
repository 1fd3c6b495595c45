import JSONText
import Store

extension Entity {
    static let organization = Entity(
        "organization", doc: "the tenant itself", paths: ["organization"], types: ["organization"],
        signatures: [["verifiedDomains", "id"]],
        fields: [
            .text("displayName", doc: "name of the tenant"),
            .json("verifiedDomains", doc: "domains that the tenant owns"),
            .instant("createdAt", "createdDateTime", doc: "when the tenant was created"),
        ],
        ignored: [
            "tenantType", "countryLetterCode", "country", "city", "street", "state", "postalCode",
            "assignedPlans", "provisionedPlans", "technicalNotificationMails", "defaultUsageLocation",
            "onPremisesSyncEnabled", "preferredLanguage",
        ])

    static let directoryGroup = Entity(
        "directoryGroup", doc: "groups", paths: ["groups"], types: ["group"],
        signatures: [["groupTypes", "id"], ["securityEnabled", "mailEnabled", "id"]],
        fields: [
            .text("displayName", doc: "name"),
            .text("description", doc: "description"),
            .text("mail", doc: "mail address"),
            .json("groupTypes", doc: "holds Unified (Microsoft 365) and DynamicMembership (a rule decides)"),
            .boolean("mailEnabled", doc: "whether the group receives mail"),
            .boolean("securityEnabled", doc: "whether the group can grant access"),
            .boolean("isAssignableToRole", doc: "whether the group can hold directory roles"),
            .text("membershipRule", doc: "rule of a dynamic group"),
            .text("membershipRuleProcessingState", doc: "On or Paused"),
            .boolean("onPremisesSyncEnabled", doc: "whether the group comes from a directory on premises"),
            .text("visibility", doc: "Public, Private or HiddenMembership"),
            .instant("createdAt", "createdDateTime", doc: "when the group was created"),
        ],
        ignored: ["mailNickname", "securityIdentifier"],
        inlines: [
            .init(keys: ["members"], entity: "groupMember", isWhole: false),
            .init(keys: ["owners"], entity: "groupOwner", isWhole: false),
            .init(keys: ["members@delta"], entity: "groupMember", isWhole: false, isDelta: true),
            .init(keys: ["owners@delta"], entity: "groupOwner", isWhole: false, isDelta: true),
        ])

    static let groupMember = Entity(
        "groupMember", doc: "direct members of a group: users, groups, service principals, devices, contacts",
        parent: .init(entity: "directoryGroup", column: nil),
        paths: ["groups/*/members", "groups/*/members/microsoft.graph.user"], ignored: Entity.directoryObject,
        tells: { object, tell in if let telling = Telling(.member, object) { tell(telling) } })

    static let groupOwner = Entity(
        "groupOwner", doc: "owners of a group", parent: .init(entity: "directoryGroup", column: nil),
        paths: ["groups/*/owners"], ignored: Entity.directoryObject,
        tells: { object, tell in if let telling = Telling(.owner, object) { tell(telling) } })

    /// What comes along with a reference to a directory object; the object itself has it better.
    static let directoryObject = [
        "displayName", "userPrincipalName", "mail", "givenName", "surname", "jobTitle", "businessPhones",
        "mobilePhone", "officeLocation", "preferredLanguage", "principalName",
    ]

    static let servicePrincipal = Entity(
        "servicePrincipal", doc: "applications as they are in this tenant", paths: ["servicePrincipals"],
        types: ["servicePrincipal"],
        signatures: [["servicePrincipalType", "id"], ["appRoleAssignmentRequired", "appId", "id"]],
        fields: [
            .text("displayName", doc: "name"),
            .text("appId", doc: "id of the application, the same in all tenants"),
            .text("appDisplayName", doc: "name of the application"),
            .boolean("accountEnabled", doc: "whether anybody can sign in to it"),
            .text("servicePrincipalType", doc: "Application, ManagedIdentity, Legacy, SocialIdp"),
            .boolean(
                "appRoleAssignmentRequired",
                doc: "false: anyone in the tenant can sign in, its assignments are not all"),
            .text("appOwnerOrganizationId", doc: "tenant that owns the application"),
            .json("appRoles", doc: "roles that it offers: id, value, displayName, isEnabled"),
            .json("tags", doc: "tags"),
        ],
        ignored: [
            "createdDateTime", "servicePrincipalNames", "replyUrls", "homepage", "signInAudience",
            "oauth2PermissionScopes",
            "keyCredentials", "passwordCredentials", "info", "description", "notes", "loginUrl", "logoutUrl",
            "alternativeNames", "addIns", "verifiedPublisher", "resourceSpecificApplicationPermissions",
            "deletedDateTime", "appDescription", "disabledByMicrosoftStatus", "notificationEmailAddresses",
            "preferredSingleSignOnMode", "samlSingleSignOnSettings", "tokenEncryptionKeyId",
            "preferredTokenSigningKeyThumbprint", "applicationTemplateId",
        ],
        inlines: [.init(keys: ["appRoleAssignedTo"], entity: "appRoleAssignment", isWhole: false)])

    static let appRoleAssignment = Entity(
        "appRoleAssignment", doc: "who holds which role of an application: users, groups, service principals",
        parent: .init(entity: "servicePrincipal", column: "resource"),
        paths: ["servicePrincipals/*/appRoleAssignedTo"], types: ["appRoleAssignment"],
        signatures: [["appRoleId", "principalId", "id"]], fields: appRoleAssignmentFields,
        essential: ["resource", "principal"], ignored: ["deletedDateTime", "creationTimestamp"],
        tells: tellsOfAppRoles)

    /// The same assignments seen from the holder: they close nothing, since they say nothing of others.
    static let heldAppRole = Entity(
        "heldAppRole", doc: "which roles of applications a user, group or service principal holds",
        parent: .init(entity: "user", column: "principal"),
        paths: [
            "users/*/appRoleAssignments", "groups/*/appRoleAssignments",
            "servicePrincipals/*/appRoleAssignments",
        ])

    static let appRoleAssignmentFields: [Field] = [
        .id("resource", "resourceId", doc: "the application"),
        .id("principal", "principalId", doc: "who holds the role"),
        .text("principalType", doc: "User, Group or ServicePrincipal"),
        .name(
            "principalDisplayName", of: "principal", "principalDisplayName",
            doc: "the holder's name as told here"),
        .name(
            "resourceDisplayName", of: "resource", "resourceDisplayName",
            doc: "the application's name as told here"),
        .id("appRole", "appRoleId", doc: "the role; all zeros is default access"),
        .instant("createdAt", "createdDateTime", doc: "when it was assigned"),
    ]

    @Sendable static func tellsOfAppRoles(
        _ object: JSONValue, _ tell: (Telling) -> Void
    ) {
        guard let id = object.bytes("principalId"), var telling = Telling(.appRoleAssignment, object, id: id)
        else { return }
        telling.displayName = object.bytes("principalDisplayName").flatMap { $0.isEmpty ? nil : $0 }
        telling.kind = object.bytes("principalType")
        telling.userPrincipalName = nil
        tell(telling)
    }
}
