import JSONText
import Store

extension Entity {
    static let catalog = Entity(
        "catalog", doc: "catalogs of entitlement management",
        paths: ["catalogs", "accessPackageCatalogs"], types: ["accessPackageCatalog"],
        signatures: [["catalogType", "id"], ["isExternallyVisible", "id"]],
        fields: [
            .text("displayName", doc: "name"),
            .text("description", doc: "description"),
            .text("catalogType", doc: "who made it").knowing([
                "userManaged", "serviceDefault", "serviceManaged",
            ]),
            .text("state", "state", "catalogStatus", doc: "whether its packages can be asked for")
                .knowing(["published", "unpublished"]),
            .boolean(
                "isExternallyVisible", doc: "whether people of other organizations can ask for its packages"),
            .instant("createdAt", "createdDateTime", doc: "when it was created"),
            .instant("modifiedAt", "modifiedDateTime", doc: "when it was changed last"),
        ],
        ignored: ["createdBy", "modifiedBy"],
        inlines: [
            .init(keys: ["resources", "accessPackageResources"], entity: "catalogResource", isWhole: true)
        ])

    static let catalogResource = Entity(
        "catalogResource", doc: "what a catalog can give access to",
        parent: .init(entity: "catalog", column: nil),
        paths: [
            "catalogs/*/resources", "catalogs/*/accessPackageResources",
            "accessPackageCatalogs/*/accessPackageResources", "accessPackageCatalogs/*/resources",
        ],
        types: ["accessPackageResource"],
        fields: [
            .text("displayName", doc: "name"),
            .text("description", doc: "description"),
            .id("origin", "originId", doc: "the group, service principal or site it stands for"),
            .text("originSystem", doc: "AadGroup, AadApplication, SharePointOnline or another system"),
            .text("resourceType", doc: "kind in the words of the beta API").told(by: .beta),
            .text("url", doc: "address").told(by: .beta),
            .instant("createdAt", "createdDateTime", "addedOn", doc: "when it was added"),
        ],
        ignored: [
            "attributes", "addedBy", "isPendingOnboarding", "roles", "scopes", "environment",
            "accessPackageResourceRoles", "accessPackageResourceScopes", "accessPackageResourceEnvironment",
            "modifiedDateTime",
        ])

    static let accessPackage = Entity(
        "accessPackage", doc: "access packages",
        paths: ["accessPackages"], types: ["accessPackage"],
        signatures: [["isHidden", "id"], ["accessPackageCatalog", "id"], ["catalogId", "isHidden", "id"]],
        fields: [
            .text("displayName", doc: "name"),
            .text("description", doc: "description"),
            .boolean("isHidden", doc: "whether requestors find it only by its link"),
            .id("catalog", "catalog.id", "accessPackageCatalog.id", "catalogId", doc: "its catalog"),
            .name(
                "catalogName", of: "catalog", "catalog.displayName", "accessPackageCatalog.displayName",
                doc: "the catalog's name as told here"),
            .instant("createdAt", "createdDateTime", doc: "when it was created"),
            .instant("modifiedAt", "modifiedDateTime", doc: "when it was changed last"),
        ],
        ignored: ["createdBy", "modifiedBy", "isRoleScopesVisible"],
        inlines: [
            .init(
                keys: ["resourceRoleScopes", "accessPackageResourceRoleScopes"], entity: "resourceRoleScope",
                isWhole: true),
            .init(
                keys: ["assignmentPolicies", "accessPackageAssignmentPolicies"], entity: "assignmentPolicy",
                isWhole: false),
            .init(keys: ["incompatibleAccessPackages"], entity: "incompatiblePackage", isWhole: true),
            .init(keys: ["incompatibleGroups"], entity: "incompatibleGroup", isWhole: false),
        ])

    static let resourceRoleScope = Entity(
        "resourceRoleScope", doc: "which role on which resource a package gives",
        parent: .init(entity: "accessPackage", column: nil),
        paths: ["accessPackages/*/resourceRoleScopes", "accessPackages/*/accessPackageResourceRoleScopes"],
        folders: [.init(path: "accessPackages/*/resourceScopes")],
        types: ["accessPackageResourceRoleScope"],
        signatures: [
            ["role", "scope", "id"], ["accessPackageResourceRole", "accessPackageResourceScope", "id"],
        ],
        fields: [
            .name(
                "roleName", of: "roleOrigin", "role.displayName", "accessPackageResourceRole.displayName",
                doc: "name of the role"),
            .id(
                "roleOrigin", "role.originId", "accessPackageResourceRole.originId",
                doc: "the role in its system"),
            .text(
                "roleOriginSystem", "role.originSystem", "accessPackageResourceRole.originSystem",
                doc: "system of the role"),
            .name(
                "scopeName", of: "scopeOrigin", "scope.displayName", "accessPackageResourceScope.displayName",
                doc: "name of the scope"),
            .id(
                "scopeOrigin", "scope.originId", "accessPackageResourceScope.originId",
                doc: "the resource in its system"),
            .text(
                "scopeOriginSystem", "scope.originSystem", "accessPackageResourceScope.originSystem",
                doc: "system of the resource"),
            .name(
                "resourceName", of: "scopeOrigin", "role.resource.displayName", "scope.resource.displayName",
                "accessPackageResourceRole.accessPackageResource.displayName",
                doc: "name of the resource as told here"),
            .instant("createdAt", "createdDateTime", doc: "when it was added to the package"),
        ],
        essential: ["roleOrigin", "scopeOrigin"], ignored: ["createdBy", "modifiedBy", "modifiedDateTime"])

    static let incompatiblePackage = Entity(
        "incompatiblePackage", doc: "packages that may not be held together with this one",
        parent: .init(entity: "accessPackage", column: nil),
        paths: ["accessPackages/*/incompatibleAccessPackages"],
        fields: [.text("displayName", doc: "the other package's name as told here")],
        ignored: [
            "description", "isHidden", "createdDateTime", "modifiedDateTime", "createdBy", "modifiedBy",
            "catalogId", "catalog",
        ])

    static let incompatibleGroup = Entity(
        "incompatibleGroup", doc: "groups whose members may not hold this package",
        parent: .init(entity: "accessPackage", column: nil), paths: ["accessPackages/*/incompatibleGroups"],
        fields: [.text("displayName", doc: "the group's name as told here")])
}
