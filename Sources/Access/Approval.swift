public import Model

/// Whether an assignment was approved, and by whom (ACCESS.md 4).
public struct ApprovalFinding: Sendable, Equatable {
    /// An approval that somebody gave: an approval stage, or an audit event that tells of one.
    public struct Vote: Sendable {
        public let at: Instant?
        public let by: String?
        /// Tells votes of one moment apart.
        public let id: String

        public init(at: Instant?, by: String?, id: String) {
            self.at = at
            self.by = by
            self.id = id
        }
    }

    public let approval: Approval
    public let by: String?
    public let at: Instant?
    /// The observation of the policy's version by which approval was judged, where that came after the request.
    public let policyAsOf: Instant?

    /// - Parameter votes: the approvals of this request or assignment that count at T.
    public init(request: AddRequest?, policy: Policy?, votes: [Vote]) {
        if let last = votes.max(by: ApprovalFinding.isEarlier) {
            approval = .approved
            by = last.by
            at = last.at
            policyAsOf = nil
            return
        }
        by = nil
        at = nil
        let (version, isLater) = ApprovalFinding.version(of: policy, at: request?.createdAt)
        policyAsOf = isLater ? version?.observedAt : nil
        switch version?.approvalRequired {
        case false: approval = .notRequired
        case true where request?.kind == .adminAdd: approval = .bypassed
        default: approval = .unknown
        }
    }

    /// The version observed last at or before the request; none so old: the earliest known.
    private static func version(
        of policy: Policy?, at moment: Instant?
    ) -> (Policy.Version?, isLater: Bool) {
        if let moment, let version = policy?.versions.last(where: { $0.observedAt <= moment }) {
            return (version, false)
        }
        return (policy?.versions.first, true)
    }

    private static func isEarlier(_ left: Vote, _ right: Vote) -> Bool {
        switch (left.at, right.at) {
        case (let leftMoment?, let rightMoment?) where leftMoment != rightMoment: leftMoment < rightMoment
        case (nil, .some): true
        case (.some, nil): false
        default: CodePointOrder.precedes(left.id, right.id)
        }
    }
}
