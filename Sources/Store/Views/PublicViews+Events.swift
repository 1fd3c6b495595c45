/// What happened: each event once, and version by version.
extension PublicViews {
    static let events = [requests, approvals, decisions, auditEvents].flatMap { list in
        [
            PublicView(
                name: list.names.once, doc: list.doc, table: list.table, columns: list.columns,
                rows: .events(list.event), condition: list.condition),
            PublicView(
                name: list.names.versions, doc: list.doc + ", version by version", table: list.table,
                columns: list.columns, rows: .eventVersions(list.event)),
        ]
    }

    private struct EventList {
        let names: (once: String, versions: String)
        let doc: String
        let table: String
        let event: PublicView.Event
        let columns: [PublicView.Column]
        var condition: (@Sendable (_ events: String) -> String)?
    }

    private static let requests = EventList(
        names: ("requests", "requestVersions"), doc: "requests for packages", table: "assignmentRequest",
        event: PublicView.Event(moment: "createdAt"),
        columns: [
            .id("key", as: "id"), .id("assignment", as: "assignmentId"), .id("package", as: "packageId"),
            .plain("packageName"), .id("requestorPerson", as: "requestorPersonId"),
            .id("requestor", as: "requestorId"),
        ]
            + PublicView.plain(
                "requestorName, requestorPrincipalName, requestType, state, status, justification")
            + [
                .moment("createdAt"), .moment("completedAt"), .moment("startsAt"),
                .moment("expirationEndsAt"),
            ]
            + PublicView.plain("expirationType, expirationDuration, answers, callouts"))

    private static let approvals = EventList(
        names: ("approvals", "approvalVersions"), doc: "stages of approval", table: "approvalStage",
        event: PublicView.Event(moment: "reviewedAt", keys: ["parent", "key"]),
        columns: [
            .id("parent", as: "requestId", doc: "the request"), .id("key", as: "id"),
            .id("reviewer", as: "reviewerId"),
        ]
            + PublicView.plain("displayName, status, reviewResult, reviewerName, reviewerPrincipalName")
            + [.plain("justification"), .moment("reviewedAt")])

    private static let decisions = EventList(
        names: ("decisions", "decisionVersions"), doc: "decisions of access reviews",
        table: "reviewDecision",
        event: PublicView.Event(moment: "reviewedAt"),
        columns: [
            .id("key", as: "id"), .id("definition", as: "definitionId"),
            .id("instance", as: "instanceId"), .id("principal", as: "principalId"),
            .id("target", as: "targetId"), .id("resource", as: "resourceId"),
            .id("package", as: "packageId"), .id("policy", as: "policyId"), .id("reviewer", as: "reviewerId"),
        ] + PublicView.plain("principalName, principalUserPrincipalName, principalType, resourceName")
            + PublicView.plain("resourceType, resourceLink, decision, recommendation, justification")
            + PublicView.plain("reviewerName, reviewerPrincipalName, applyResult, applierName")
            + [.moment("reviewedAt"), .moment("appliedAt"), .plain("report"), .plain("reviewName")]
            + [.plain("reviewStatus"), .moment("reviewStartsAt"), .moment("reviewEndsAt")],
        condition: reportedOnce)

    /// What a report tells of a decision that Graph told, too, is no further one; nor is a row without a decision,
    /// once there is one on the same person in the same run.
    @Sendable private static func reportedOnce(_ events: String) -> String {
        """
        (t.report IS NULL OR NOT EXISTS (SELECT 1 FROM \(events) o WHERE o.principal = t.principal
            AND o.instance = t.instance AND o.key <> t.key
            AND coalesce(coalesce(o.package, o.resource) = coalesce(t.package, t.resource), 1)
            AND (o.report IS NULL OR t.reviewedAt IS NULL AND o.reviewedAt IS NOT NULL)))
        """
    }

    private static let auditEvents = EventList(
        names: ("auditEvents", "auditEventVersions"), doc: "events of the audit log", table: "directoryAudit",
        event: PublicView.Event(moment: "activityAt"),
        columns: [.id("key", as: "id"), .moment("activityAt"), .id("initiator", as: "initiatorId")]
            + PublicView.plain("category, activity, result, resultReason, service, operationType")
            + PublicView.plain("initiatorName, initiatorPrincipalName, initiatorApp, correlationId")
            + PublicView.plain("targets, details"))
}
