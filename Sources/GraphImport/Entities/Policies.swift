import JSONText
import Model
import Store

extension Entity {
    static let assignmentPolicy = Entity(
        "assignmentPolicy", doc: "who may have a package, who approves, and for how long",
        parent: .init(entity: "accessPackage", column: "package", isOptional: true),
        paths: [
            "assignmentPolicies", "accessPackageAssignmentPolicies",
            "accessPackages/*/assignmentPolicies", "accessPackages/*/accessPackageAssignmentPolicies",
        ],
        types: ["accessPackageAssignmentPolicy"],
        signatures: [
            ["requestApprovalSettings", "id"], ["requestorSettings", "id"], ["allowedTargetScope", "id"],
            ["accessPackageId", "durationInDays", "id"], ["accessPackageId", "canExtend", "id"],
        ],
        fields: [
            .id("package", "accessPackage.id", "accessPackageId", doc: "its package"),
            .name(
                "packageName", of: "package", "accessPackage.displayName",
                doc: "the package's name as told here"),
            .text("displayName", doc: "name"),
            .text("description", doc: "description"),
            .text("allowedTargetScope", doc: "who may have the package, in one word").knowing([
                "notSpecified", "specificDirectoryUsers", "specificConnectedOrganizationUsers",
                "specificDirectoryServicePrincipals", "allMemberUsers", "allDirectoryUsers",
                "allDirectoryServicePrincipals", "allConfiguredConnectedOrganizationUsers",
                "allExternalUsers", "allDirectoryAgentIdentities",
            ]),
            .derived(
                .text, "expirationType", reads: ExpirationReading.keys("type"), doc: "type of the expiration"
            ) {
                ExpirationReading($0).map { .optional($0.type) } ?? .absent
            }.knowing(ExpirationPattern.types),
            .derived(
                .instant, "expirationEndsAt", reads: ExpirationReading.keys("endDateTime"),
                doc: "moment at which access ends"
            ) { ExpirationReading($0).map { .optional($0.end?.ticks) } ?? .absent },
            .derived(
                .text, "expirationDuration", reads: ExpirationReading.keys("duration"),
                doc: "time after which access ends, ISO 8601"
            ) { ExpirationReading($0).map { .optional($0.duration) } ?? .absent },
            .boolean(
                "approvalRequiredForAdd", "requestApprovalSettings.isApprovalRequiredForAdd",
                "requestApprovalSettings.isApprovalRequired", doc: "whether somebody must approve"),
            .boolean(
                "approvalRequiredForUpdate", "requestApprovalSettings.isApprovalRequiredForUpdate",
                "requestApprovalSettings.isApprovalRequiredForExtension",
                doc: "whether somebody must approve an extension"),
            .instant("createdAt", "createdDateTime", doc: "when it was created"),
            .instant("modifiedAt", "modifiedDateTime", doc: "when it was changed last"),
            .derived(
                .json, "whole", reads: ["id"],
                doc: "the whole policy as it came, without addresses of extensions"
            ) {
                .json($0)
            },
        ],
        ignored: [
            "requestorSettings", "reviewSettings", "automaticRequestSettings", "notificationSettings",
            "specificAllowedTargets", "questions", "customExtensionStageSettings", "customExtensionHandlers",
            "accessReviewSettings", "canExtend", "catalog", "createdBy", "modifiedBy",
            "verifiableCredentialSettings",
        ])
}

/// An expiration in the shape of v1.0 (`expiration`) or of beta (`durationInDays`, `expirationDateTime`).
struct ExpirationReading {
    private static let keys = ["expiration", "durationInDays", "expirationDateTime"]

    /// The keys that tell it, with that of a member of v1.0's shape.
    static func keys(_ member: String) -> [String] { ["expiration." + member] + keys.dropFirst() }

    let type: String?
    let end: Instant?
    let duration: String?

    /// - Returns: nil when the object says nothing of it.
    init?(_ object: JSONValue) {
        guard ExpirationReading.keys.contains(where: { object.member(named: $0) != nil }) else { return nil }
        let pattern = object.member("expiration")
        let type = pattern?.text("type")
        let end = pattern?.text("endDateTime").flatMap { Instant($0) }
        let duration = pattern?.text("duration")
        let says = ExpirationPattern(type: type, endDateTime: end, duration: duration) != .silent
        let days = object.member("durationInDays")?.int
        let betaEnd = object.text("expirationDateTime").flatMap { Instant($0) }
        guard !says, days != nil || betaEnd != nil else {
            (self.type, self.end, self.duration) = (type, end, duration)
            return
        }
        self.end = betaEnd
        // Beta says "does not end" by zero days without a date (ACCESS.md 3).
        self.type = betaEnd == nil && days == 0 ? "noExpiration" : type
        self.duration = days.flatMap { $0 > 0 ? "P\($0)D" : nil }
    }
}
