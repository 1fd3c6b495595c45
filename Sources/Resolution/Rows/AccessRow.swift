public import Access
public import Model

/// One row of `access` (ACCESS.md 5): a grant, its person, and why. What has to be put together is so when it is
/// asked for.
public struct AccessRow: Sendable {
    /// A group in between.
    public struct Step: Sendable, Hashable {
        public let id: String
        public let name: String?
    }

    public let holder: LoadedPerson
    public let grant: Grant
    public let review: LastReview?
    private let tenant: Tenant

    init(_ holder: LoadedPerson, _ grant: consuming Grant, _ tenant: Tenant) {
        review = holder.reviews.isEmpty ? nil : AccessRow.review(of: grant, holder.reviews)
        self.holder = holder
        self.grant = grant
        self.tenant = tenant
    }

    public var person: PersonFacts { holder.facts }

    public var via: [Step] {
        grant.via.map { group in
            let resource = tenant.groups[Int(group)].resource
            return Step(id: resource.id, name: resource.name)
        }
    }

    private var reason: AssignmentReason? {
        grant.assignment.flatMap(holder.reason)
    }

    public var requestedBy: String? { reason?.requestedBy }

    /// Nil for other grants than package grants.
    public var approval: ApprovalFinding? { reason?.approval }

    private static func review(of grant: Grant, _ reviews: [ReviewDecision]) -> LastReview? {
        let (resource, assignment) = (grant.resource?.id, grant.assignment)
        var newest: ReviewDecision?
        for review in reviews
        where review.subject.covers(
            resource: resource, package: assignment?.package?.id, policy: assignment?.policy?.id)
        {
            if newest.map({ ReviewDecision.isOlder($0, review) }) ?? true { newest = review }
        }
        return newest?.last
    }

    public var why: String {
        Why.sentence(grant, reason: reason, via: via)
    }
}

/// The newest decision of an access review on the person for this resource or package.
public final class LastReview: Sendable {
    public let decision: String?
    public let reviewedAt: Instant
    public let reviewedBy: String?
    public let reason: String?
    /// As it came: decision and application are two facts.
    public let applyResult: String?

    init(decision: String?, reviewedAt: Instant, reviewedBy: String?, reason: String?, applyResult: String?) {
        self.decision = decision
        self.reviewedAt = reviewedAt
        self.reviewedBy = reviewedBy
        self.reason = reason
        self.applyResult = applyResult
    }
}
