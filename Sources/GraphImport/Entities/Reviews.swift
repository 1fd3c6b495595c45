import JSONText
import Store

extension Entity {
    static let reviewDefinition = Entity(
        "reviewDefinition", doc: "access reviews: what is reviewed, by whom, how often",
        paths: ["accessReviews/definitions"], folders: [.init(path: "identityGovernance/accessReviews")],
        types: ["accessReviewScheduleDefinition"],
        signatures: [
            ["instanceEnumerationScope", "id"], ["settings", "scope", "reviewers", "id"],
            ["descriptionForReviewers", "id"],
        ],
        fields: [
            .text("displayName", doc: "name"),
            .text("status", doc: "the source's word for the state"),
            .instant("createdAt", "createdDateTime", doc: "when it was created"),
            .text("scopeQuery", "scope.query", doc: "what is reviewed, as a query"),
            .json("scope", doc: "what is reviewed"),
            .json("instanceScope", "instanceEnumerationScope", doc: "what its instances are made for"),
            .json("reviewers", doc: "who reviews"),
            .json(
                "fallbackReviewers", "fallbackReviewers", "backupReviewers",
                doc: "who reviews where nobody else does"),
            .json("settings", doc: "recurrence, defaults, what is applied"),
        ],
        ignored: [
            "createdBy", "descriptionForAdmins", "descriptionForReviewers", "lastModifiedDateTime",
            "additionalNotificationRecipients", "stageSettings",
        ],
        inlines: [.init(keys: ["instances"], entity: "reviewInstance", isWhole: true)])

    static let reviewInstance = Entity(
        "reviewInstance", doc: "one run of an access review, for one resource",
        parent: .init(entity: "reviewDefinition", column: "definition"), paths: ["definitions/*/instances"],
        folders: [.init(path: "accessReviews/*")],
        types: ["accessReviewInstance"],
        signatures: [["startDateTime", "endDateTime", "status", "scope", "id"]],
        fields: [
            .id("definition", "definition.id", doc: "its definition").told(by: .beta),
            .text("status", doc: "the source's word for the state"),
            .instant("startsAt", "startDateTime", doc: "beginning"),
            .instant("endsAt", "endDateTime", doc: "end"),
            .text("scopeQuery", "scope.query", doc: "what is reviewed, as a query"),
            .json("scope", doc: "what is reviewed"),
        ],
        ignored: ["reviewers", "fallbackReviewers", "errors", "stages"],
        inlines: [
            .init(keys: ["decisions"], entity: "reviewDecision", isWhole: false),
            .init(keys: ["contactedReviewers"], entity: "contactedReviewer", isWhole: false),
        ])

    static let contactedReviewer = Entity(
        "contactedReviewer", doc: "who was asked to decide in a run of a review",
        parent: .init(entity: "reviewInstance", column: nil), paths: ["instances/*/contactedReviewers"],
        folders: [.init(path: "accessReviews/*/*/reviewers")],
        types: ["accessReviewReviewer"],
        fields: [
            .text("displayName", doc: "name as told here"),
            .text("userPrincipalName", doc: "UPN as told here"),
            .instant("contactedAt", "createdDateTime", doc: "when the reviewer was asked"),
        ],
        tells: { object, tell in if let telling = Telling(.reviewer, object) { tell(telling) } })

    static let reviewDecision = Entity(
        "reviewDecision", doc: "decisions of access reviews, with what became of them", kind: .event,
        parent: .init(entity: "reviewInstance", column: "instance", outerColumn: "definition"),
        paths: [
            "definitions/*/instances/*/decisions", "instances/*/decisions", "instances/*/stages/*/decisions",
        ], types: ["accessReviewInstanceDecisionItem"],
        signatures: [["decision", "id"], ["accessReviewId", "id"]],
        fields: [
            .id("instance", "instance.id", doc: "its run of the review").told(by: .beta),
            .id("definition", "instance.definition.id", doc: "its review").told(by: .beta),
            .text("decision", doc: "Approve, Deny, NotReviewed, DontKnow"),
            .text("recommendation", doc: "Approve, Deny, NoInfoAvailable"),
            .text("justification", doc: "the reason given"),
            .instant("reviewedAt", "reviewedDateTime", doc: "when it was decided"),
            .id("reviewer", "reviewedBy.id", "reviewedBy.userId", doc: "who decided; all zeros is nobody"),
            .name("reviewerName", of: "reviewer", "reviewedBy.displayName", doc: "the decider's name"),
            .name(
                "reviewerPrincipalName", of: "reviewer", "reviewedBy.userPrincipalName",
                doc: "the decider's UPN"),
            .text("applyResult", doc: "what became of the decision, which is another fact"),
            .instant("appliedAt", "appliedDateTime", doc: "when it was applied"),
            .text("applierName", "appliedBy.displayName", doc: "who applied it"),
            .id("principal", "principal.id", doc: "whom it is about"),
            .name("principalName", of: "principal", "principal.displayName", doc: "the person's name"),
            .name(
                "principalUserPrincipalName", of: "principal", "principal.userPrincipalName",
                doc: "the person's UPN"),
            .text("principalType", "principal.@odata.type", doc: "kind of the person"),
            .id(
                "target", "target.userId", "target.servicePrincipalId",
                doc: "whom it is about, in the old shape"
            ).told(by: .beta),
            .id("resource", "resource.id", doc: "the resource, or the policy of a package"),
            .text("resourceName", "resource.displayName", doc: "its name"),
            .text("resourceType", "resource.type", "resource.@odata.type", doc: "its kind"),
            .id("package", "resource.accessPackageId", doc: "the package whose assignment is reviewed"),
            .derived(.id, "policy", reads: ["resource.id"], doc: "the policy of that package") { object in
                guard let resource = object.member("resource") else { return .absent }
                return .optional(resource.bytes("accessPackageId") == nil ? nil : resource.bytes("id"))
            },
            .text("resourceLink", doc: "address of the resource"),
            .text("report", doc: "the kind of report that tells it, where that is not Graph itself")
                .told(by: .otherTools),
            .text("reviewName", doc: "the review's name, as a history report tells it").told(by: .otherTools),
            .text("reviewStatus", doc: "state of the run, as a history report tells it")
                .told(by: .otherTools),
            .instant(
                "reviewStartsAt", "reviewStartDateTime",
                doc: "beginning of the run, as a history report tells it"
            ).told(by: .otherTools),
            .instant(
                "reviewEndsAt", "reviewEndDateTime", doc: "end of the run, as a history report tells it"
            ).told(by: .otherTools),
        ],
        ignored: ["accessReviewId", "principalLink", "principalResourceMembership", "insights"],
        tells: { object, tell in
            if let telling = Telling(.decision, object.member("principal")) { tell(telling) }
            if let target = object.member("target"), let id = target.bytes("userId"),
                let telling = Telling(.decision, target, id: id)
            {
                tell(telling)
            }
            for reviewer in [object.member("reviewedBy"), object.member("appliedBy")] {
                if let telling = Telling(.reviewer, reviewer) { tell(telling) }
            }
        })
}
