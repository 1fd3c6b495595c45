import JSONText
import Store

extension Entity {
    static let connectedOrganization = Entity(
        "connectedOrganization", doc: "organizations whose people may ask for packages",
        paths: ["connectedOrganizations"], types: ["connectedOrganization"],
        signatures: [["identitySources", "id"]],
        fields: [
            .text("displayName", doc: "name"),
            .text("description", doc: "description"),
            .text("state", doc: "whether somebody set it up, or it came with a request").knowing([
                "configured", "proposed",
            ]),
            .json("identitySources", doc: "tenants and domains that belong to it"),
            .instant("createdAt", "createdDateTime", doc: "when it was added"),
            .instant("modifiedAt", "modifiedDateTime", doc: "when it was changed last"),
        ],
        ignored: ["createdBy", "modifiedBy"],
        inlines: [
            .init(keys: ["internalSponsors"], entity: "internalSponsor", isWhole: false),
            .init(keys: ["externalSponsors"], entity: "externalSponsor", isWhole: false),
        ])

    static let internalSponsor = sponsors(
        "internalSponsor", "people of this tenant who answer for a connected organization", "internalSponsors"
    )

    static let externalSponsor = sponsors(
        "externalSponsor", "people of a connected organization who answer for it", "externalSponsors")

    private static func sponsors(_ name: String, _ doc: String, _ path: String) -> Entity {
        Entity(
            name, doc: doc, parent: .init(entity: "connectedOrganization", column: nil),
            paths: ["connectedOrganizations/*/\(path)"],
            fields: [
                .text("displayName", doc: "name as told here"),
                .text("userPrincipalName", doc: "UPN as told here"),
                .derived(.text, "kind", reads: ["@odata.type"], doc: "user or group") {
                    .optional($0.odataType)
                },
            ],
            ignored: Entity.directoryObject,
            tells: { object, tell in if let telling = Telling(.sponsor, object) { tell(telling) } })
    }

    static let entitlementSettings = Entity(
        "entitlementSettings", doc: "what becomes of guests when their last assignment ends",
        paths: ["entitlementManagement/settings"], types: ["entitlementManagementSettings"],
        signatures: [["durationUntilExternalUserDeletedAfterBlocked"], ["externalUserLifecycleAction"]],
        fields: [
            .text("externalUserLifecycleAction", doc: "what is done to the account")
                .knowing(["none", "blockSignIn", "blockSignInAndDelete"]),
            .text(
                "durationUntilExternalUserDeletedAfterBlocked",
                doc: "time between block and deletion, ISO 8601"),
        ],
        ignored: ["daysUntilExternalUserDeletedAfterBlocked"],
        identity: .singleton)
}
