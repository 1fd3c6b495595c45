import TableText

extension TableKind {
    /// The CSV of a review history report, with the columns that Microsoft documents (GRAPH.md 9.5).
    static let reviewHistory = TableKind(
        name: "reviewHistory", doc: "a review history report: decisions of access reviews",
        entity: "reviewDecision",
        columns: [
            .init("AccessReviewId", doc: "the run of the review"),
            .init("AccessReviewSeriesId", doc: "the review; all zeros for one that ran once"),
            .init("ReviewType", doc: "tells reviews of packages from others"),
            .init("ResourceDisplayName", doc: "the resource's name"),
            .init("ResourceId", doc: "the resource or package"),
            .init("ReviewName", doc: "the review's name"),
            .init("CreatedDateTime", doc: "not read"),
            .init("ReviewStartDate", doc: "beginning of the run"),
            .init("ReviewEndDate", doc: "end of the run"),
            .init("ReviewStatus", doc: "state of the run"),
            .init("OwnerId", doc: "not read"), .init("OwnerName", doc: "not read"),
            .init("OwnerUPN", doc: "not read"),
            .init("PrincipalId", doc: "whom it is about"),
            .init("PrincipalName", doc: "the person's name"),
            .init("PrincipalUPN", doc: "the person's UPN"),
            .init("PrincipalType", doc: "kind of the person"),
            .init("ReviewDate", doc: "when it was decided"),
            .init("ReviewResult", doc: "what was decided"),
            .init("Justification", doc: "the reason given"),
            .init("ReviewerId", doc: "who decided; all zeros is nobody"),
            .init("ReviewerName", doc: "the decider's name"),
            .init("ReviewerUPN", doc: "the decider's UPN"),
            .init("ReviewerEmailAddress", doc: "not read"),
            .init("AppliedByName", doc: "who applied it"), .init("AppliedByUPN", doc: "not read"),
            .init("AppliedByEmailAddress", doc: "not read"),
            .init("AppliedDate", doc: "when it was applied"),
            .init("AccessRecommendation", doc: "the recommendation"),
            .init("SubmissionResult", doc: "what became of the decision"),
        ],
        needs: [["AccessReviewId"], ["PrincipalId"], ["ReviewResult"]],
        writer: { place in
            let (review, series, type) = (
                place("AccessReviewId"), place("AccessReviewSeriesId"), place("ReviewType")
            )
            let (resource, resourceName) = (place("ResourceId"), place("ResourceDisplayName"))
            let (name, start, end) = (place("ReviewName"), place("ReviewStartDate"), place("ReviewEndDate"))
            let (person, personName) = (place("PrincipalId"), place("PrincipalName"))
            let (personUPN, personType) = (place("PrincipalUPN"), place("PrincipalType"))
            let (date, result, reason) = (place("ReviewDate"), place("ReviewResult"), place("Justification"))
            let (reviewer, reviewerName) = (place("ReviewerId"), place("ReviewerName"))
            let (reviewerUPN, status) = (place("ReviewerUPN"), place("ReviewStatus"))
            let (applier, appliedAt) = (place("AppliedByName"), place("AppliedDate"))
            let (recommendation, applied) = (place("AccessRecommendation"), place("SubmissionResult"))
            return { row, json in
                // The report does not tell the id of a decision: it is the one on this person, in this run.
                json.member(
                    "id",
                    joined: [ReviewHistory.prefix, row[review], row[person], row[resource], row[reviewer]])
                json.object("instance") { json in
                    json.member("id", row[review])
                    if let series = row[series], !ReviewHistory.isZero(series) {
                        json.object("definition") { $0.member("id", series) }
                    }
                }
                json.object("principal") { json in
                    json.member("@odata.type", text: ReviewHistory.personType(row.word(personType)))
                    json.member("id", row[person])
                    json.member("displayName", row[personName])
                    json.member("userPrincipalName", row[personUPN])
                }
                json.object("resource") { json in
                    let isPackage = row.word(type).contains("package")
                    json.member(isPackage ? "accessPackageId" : "id", row[resource])
                    json.member("displayName", row[resourceName])
                    json.member("type", row[type])
                }
                json.member("decision", ReviewHistory.decision(row.word(result)) ?? row[result])
                json.member(
                    "recommendation", ReviewHistory.decision(row.word(recommendation)) ?? row[recommendation])
                json.member("justification", row[reason])
                json.member("reviewedDateTime", row[date])
                json.object("reviewedBy") { json in
                    json.member("id", row[reviewer])
                    json.member("displayName", row[reviewerName])
                    json.member("userPrincipalName", row[reviewerUPN])
                }
                json.object("appliedBy") { $0.member("displayName", row[applier]) }
                json.member("appliedDateTime", row[appliedAt])
                json.member("applyResult", row[applied])
                json.member("report", text: "review history")
                json.member("reviewName", row[name])
                json.member("reviewStartDateTime", row[start])
                json.member("reviewEndDateTime", row[end])
                json.member("reviewStatus", row[status])
            }
        })
}

enum ReviewHistory {
    /// What the ids of decisions of a report begin with. It sorts before every id of Graph, so that of two decisions
    /// of the same moment Graph's own counts (ACCESS.md 4).
    static let prefix = ArraySlice("(history)".utf8)

    /// The word that Graph has for a decision.
    static func decision(_ word: String) -> ArraySlice<UInt8>? {
        switch word {
        case "approve", "approved": ArraySlice("Approve".utf8)
        case "deny", "denied": ArraySlice("Deny".utf8)
        case "notreviewed": ArraySlice("NotReviewed".utf8)
        case "dontknow": ArraySlice("DontKnow".utf8)
        default: nil
        }
    }

    static func personType(_ word: String) -> String {
        word.contains("service")
            ? "#microsoft.graph.servicePrincipalIdentity" : "#microsoft.graph.userIdentity"
    }

    static func isZero(_ id: ArraySlice<UInt8>) -> Bool {
        id.allSatisfy { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: "-") }
    }
}
