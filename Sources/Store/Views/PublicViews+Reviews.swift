/// Access reviews, whose decisions are events; and what the personnel department tells.
extension PublicViews {
    static let reviews: [PublicView] = [
        PublicView(
            name: "reviewDefinitions", doc: "access reviews: what is reviewed, by whom, how often",
            table: "reviewDefinition",
            columns: [.id("key", as: "id"), .plain("displayName"), .plain("status"), .moment("createdAt")]
                + PublicView.plain("scopeQuery, scope, instanceScope, reviewers, fallbackReviewers, settings")
        ),
        PublicView(
            name: "reviewInstances", doc: "runs of access reviews", table: "reviewInstance",
            columns: [
                .id("key", as: "id"), .id("definition", as: "definitionId"), .plain("status"),
                .moment("startsAt"), .moment("endsAt"), .plain("scopeQuery"), .plain("scope"),
            ]),
        PublicView(
            name: "contactedReviewers", doc: "who was asked to decide in a run of a review",
            table: "contactedReviewer",
            columns: [
                .id("parent", as: "instanceId", doc: "the run of the review"),
                .id("key", as: "reviewerId", doc: "the reviewer"), .plain("displayName"),
                .plain("userPrincipalName"), .moment("contactedAt"),
            ]),
        PublicView(
            name: "employees", doc: "people as a list of the personnel department tells them",
            table: "personnel",
            columns: [.id("key", as: "id", doc: "number of the employee, else the mail address")]
                + PublicView.plain("employeeId, mail, displayName, manager, department") + [.moment("endsAt")]
        ),
    ]
}
