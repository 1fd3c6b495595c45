public import Access
public import Model

/// One row of `access` (ACCESS.md 5): a grant, its person, and why.
public struct AccessRow: Sendable {
    /// A group in between.
    public struct Step: Sendable, Hashable {
        public let id: String
        public let name: String?
    }

    public let person: PersonFacts
    public let grant: Grant
    public let via: [Step]
    public let requestedBy: String?
    /// Nil for other grants than package grants.
    public let approval: ApprovalFinding?
    public let review: LastReview?
    public let why: String
}

/// The newest decision of an access review on the person for this resource or package.
public struct LastReview: Sendable {
    public let decision: String?
    public let reviewedAt: Instant
    public let reviewedBy: String?
    public let reason: String?
    /// As it came: decision and application are two facts.
    public let applyResult: String?

    init(_ decision: ReviewDecision) {
        self.decision = decision.decision
        reviewedAt = decision.reviewedAt
        reviewedBy = decision.reviewedBy
        reason = decision.reason
        applyResult = decision.applyResult
    }
}
