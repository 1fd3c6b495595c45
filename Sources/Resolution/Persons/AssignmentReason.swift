import Access

/// How an assignment came about.
struct AssignmentReason: Sendable {
    let requestedBy: String?
    let approval: ApprovalFinding

    /// Judges approval and requestor from what was found (ACCESS.md 4).
    init(of assignment: Assignment, _ found: ApprovalLoader.Found) {
        switch assignment.request?.kind {
        case .userAdd, .onBehalfAdd: requestedBy = assignment.request?.requestor
        case .adminAdd: requestedBy = found.administrator?.name
        case .systemAdd, nil: requestedBy = nil
        }
        approval = ApprovalFinding(
            request: assignment.request, policy: assignment.policy, votes: found.votes)
    }
}
