import JSONText
import Model
import Store

extension Entity {
    static let assignment = Entity(
        "assignment", doc: "who was given a package, by which policy, and for how long",
        parent: .init(entity: "accessPackage", column: "package", isOptional: true),
        paths: [
            "assignments", "accessPackageAssignments", "accessPackages/*/assignments",
            "accessPackages/*/accessPackageAssignments",
        ],
        types: ["accessPackageAssignment"],
        signatures: [
            ["assignmentState", "assignmentStatus", "id"], ["target", "state", "id"],
            ["assignmentPolicyId", "targetId", "id"], ["expiredDateTime", "state", "id"],
        ],
        fields: [
            .id("package", "accessPackage.id", "accessPackageId", doc: "the package"),
            .name(
                "packageName", of: "package", "accessPackage.displayName",
                doc: "the package's name as told here"),
            .id(
                "policy", "assignmentPolicy.id", "accessPackageAssignmentPolicy.id", "assignmentPolicyId",
                doc: "the policy it was given by"),
            .name(
                "policyName", of: "policy", "assignmentPolicy.displayName",
                "accessPackageAssignmentPolicy.displayName", doc: "the policy's name as told here"),
            .id("subject", "target.id", doc: "the accessPackageSubject, which is not the user's id"),
            .derived(
                .id, "person", reads: ["target.objectId", "targetId"],
                doc: "the directory object; empty while there is none"
            ) {
                personId(target: $0.member("target"), targetId: $0.member("targetId"))
            },
            .name("subjectName", of: "subject", "target.displayName", doc: "the person's name as told here"),
            .name("subjectEmail", of: "subject", "target.email", doc: "the person's mail as told here"),
            .name(
                "subjectPrincipalName", of: "subject", "target.principalName",
                doc: "the person's UPN as told here"),
            .text("subjectType", "target.subjectType", "target.type", doc: "kind of the person")
                .knowing(["notSpecified", "user", "servicePrincipal"]),
            .text(
                "subjectLifecycle", "target.subjectLifecycle",
                doc: "whether the account goes when the last assignment ends (governed)"
            ).knowing(["notDefined", "notGoverned", "governed"]),
            .id(
                "connectedOrganization", "target.connectedOrganization.id", "target.connectedOrganizationId",
                doc: "where the person comes from"),
            .text("state", "state", "assignmentState", doc: "the source's word for the state").knowing([
                "delivering", "partiallyDelivered", "delivered", "expired", "deliveryFailed",
            ]),
            .text("status", "status", "assignmentStatus", doc: "the source's word for the step"),
            .instant("expiredAt", "expiredDateTime", doc: "when access did end; no promise of an end"),
            .instant("startsAt", "schedule.startDateTime", doc: "beginning of the schedule"),
            .text("expirationType", "schedule.expiration.type", doc: "type of the schedule's expiration")
                .knowing(ExpirationPattern.types),
            .instant("expirationEndsAt", "schedule.expiration.endDateTime", doc: "end of the schedule"),
            .text(
                "expirationDuration", "schedule.expiration.duration", doc: "length of the schedule, ISO 8601"),
            .instant("createdAt", "createdDateTime", doc: "when it was created").told(by: .unlisted),
        ],
        ignored: [
            "customExtensionCalloutInstances", "customExtensionHandlerInstances", "catalogId", "isExtended",
            "accessPackageAssignmentResourceRoles", "accessPackageAssignmentRequests",
        ],
        tells: { object, tell in
            let target = object.member("target")
            guard let id = target?.bytes("objectId") ?? target?.bytes("id"),
                var telling = Telling(.subject, target, id: id)
            else { return }
            telling.kind = target?.bytes("subjectType") ?? target?.bytes("type")
            tell(telling)
        })

    /// The directory id of a subject. Beta names it `targetId` where it does not expand (GRAPH.md 0, trap 1).
    private static func personId(target: JSONValue?, targetId: JSONValue?) -> FieldReading {
        if let id = target?.bytes("objectId"), !id.isEmpty { return .bytes(id) }
        if let id = targetId?.utf8, !id.isEmpty,
            !id.elementsEqual(target?.bytes("id") ?? .init(rebasing: id[..<0]))
        {
            return .bytes(id)
        }
        // Nothing is said of it where neither is there.
        return target?.member("objectId") == nil && targetId == nil ? .absent : .null
    }

    static let assignmentRequest = Entity(
        "assignmentRequest", doc: "what was asked for, extended and taken back, by whom and why",
        kind: .event,
        paths: ["assignmentRequests", "accessPackageAssignmentRequests"],
        types: ["accessPackageAssignmentRequest"],
        signatures: [["requestType", "id"], ["requestState", "id"]],
        fields: [
            .text("requestType", doc: "what was asked for, in the source's spelling").knowing([
                "notSpecified", "userAdd", "userUpdate", "userRemove", "adminAdd", "adminUpdate",
                "adminRemove", "systemAdd", "systemUpdate", "systemRemove", "onBehalfAdd", "approverRemove",
            ]),
            .text("state", "state", "requestState", doc: "the source's word for the state").knowing([
                "submitted", "pendingApproval", "delivering", "delivered", "deliveryFailed", "denied",
                "scheduled", "canceled", "partiallyDelivered",
            ]),
            .text("status", "status", "requestStatus", doc: "the source's word for the step"),
            .instant("createdAt", "createdDateTime", doc: "when it was made"),
            .instant("completedAt", "completedDateTime", "completedDate", doc: "when it was done with"),
            .text("justification", doc: "the reason given"),
            .id("package", "accessPackage.id", "accessPackageId", doc: "the package asked for"),
            .name(
                "packageName", of: "package", "accessPackage.displayName",
                doc: "the package's name as told here"),
            .id(
                "assignment", "assignment.id", "accessPackageAssignment.id", doc: "the assignment it is about"
            ),
            .id(
                "requestor", "requestor.id",
                doc: "the subject that asked; of an adminAdd, the one that was given it"),
            .id("requestorPerson", "requestor.objectId", doc: "its directory object"),
            .name("requestorName", of: "requestor", "requestor.displayName", doc: "its name as told here"),
            .name("requestorEmail", of: "requestor", "requestor.email", doc: "its mail as told here"),
            .name(
                "requestorPrincipalName", of: "requestor", "requestor.principalName",
                doc: "its UPN as told here"),
            .instant("startsAt", "schedule.startDateTime", doc: "beginning asked for"),
            .text("expirationType", "schedule.expiration.type", doc: "type of the expiration asked for")
                .knowing(ExpirationPattern.types),
            .instant(
                "expirationEndsAt", "schedule.expiration.endDateTime", "expirationDateTime",
                doc: "end asked for"),
            .text("expirationDuration", "schedule.expiration.duration", doc: "length asked for, ISO 8601"),
            .json("answers", doc: "answers to the policy's questions"),
            .derived(
                .json, "callouts",
                reads: ["customExtensionCalloutInstances", "customExtensionHandlerInstances"],
                doc: "call-outs to custom extensions and their results"
            ) { object in
                let list =
                    object.member("customExtensionCalloutInstances")
                    ?? object.member("customExtensionHandlerInstances")
                return list.map { .json($0) } ?? .absent
            },
        ],
        ignored: ["isValidationOnly", "history", "verifiedCredentialsData"],
        tells: { object, tell in
            let requestor = object.member("requestor")
            guard let id = requestor?.bytes("objectId") ?? requestor?.bytes("id"),
                var telling = Telling(.requestor, requestor, id: id)
            else { return }
            telling.kind = requestor?.bytes("subjectType") ?? requestor?.bytes("type")
            tell(telling)
        })

    static let approvalStage = Entity(
        "approvalStage", doc: "the stages of a request's approval, by request", kind: .event,
        parent: .init(entity: "assignmentRequest", column: nil),
        paths: ["accessPackageAssignmentApprovals/*/stages", "accessPackageAssignmentApprovals/*/steps"],
        types: ["approvalStage"],
        fields: [
            .text("displayName", doc: "name of the stage"),
            .text("status", doc: "the source's word for the step"),
            .text("reviewResult", doc: "Approve, Deny, NotReviewed"),
            .instant("reviewedAt", "reviewedDateTime", doc: "when it was decided"),
            .id("reviewer", "reviewedBy.id", doc: "who decided"),
            .name("reviewerName", of: "reviewer", "reviewedBy.displayName", doc: "the decider's name"),
            .name(
                "reviewerPrincipalName", of: "reviewer", "reviewedBy.userPrincipalName",
                doc: "the decider's UPN"),
            .text("justification", doc: "the reason given"),
        ],
        ignored: ["assignedToMe"],
        tells: { object, tell in
            if let telling = Telling(.reviewer, object.member("reviewedBy")) { tell(telling) }
        })
}
