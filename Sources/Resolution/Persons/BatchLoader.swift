import Access
import Model
import Store

/// Reads all that is known of a batch of persons.
struct BatchLoader {
    private let state: ReportState
    private let accounts: AccountLoader
    private let reviews: ReviewLoader

    init(_ state: ReportState) throws {
        self.state = state
        accounts = try AccountLoader(state.connection, state.readings)
        reviews = try ReviewLoader(state.connection, state.asOf)
    }

    func load(from first: Int64, count: Int64) throws -> PersonBatch {
        let connection = state.connection
        var batch = try PersonBatch(connection, from: first, count: count)
        guard !batch.isEmpty else { return batch }
        try accounts.load(into: &batch)
        try EdgeLoader(connection: connection, readings: state.readings, directory: state.directory)
            .load(into: &batch)
        let requests = try RequestLoader(connection: connection, asOf: state.asOf).load(batch)
        try AssignmentLoader(connection: connection, readings: state.readings, packages: state.packages)
            .load(into: &batch, requests: requests)
        let approvals = try ApprovalLoader(connection: connection, asOf: state.asOf).load(
            batch, requests: requests)
        batch.fillReasons(approvals)
        try reviews.load(into: &batch)
        return batch
    }
}

/// How an assignment came about.
struct AssignmentReason: Sendable {
    let requestedBy: String?
    let approval: ApprovalFinding
}

extension PersonBatch {
    /// Judges approval and requestor of each assignment from what was found (ACCESS.md 4).
    mutating func fillReasons(_ approvals: [ExactText: ApprovalLoader.Found]) {
        for assignment in edges.flatMap(\.assignments) {
            let found = approvals[ExactText(assignment.id)]
            let requestedBy: String? =
                switch assignment.request?.kind {
                case .userAdd, .onBehalfAdd: assignment.request?.requestor
                case .adminAdd: found?.administrator?.name
                case .systemAdd, nil: nil
                }
            reasons[ExactText(assignment.id)] = AssignmentReason(
                requestedBy: requestedBy,
                approval: ApprovalFinding(
                    request: assignment.request, policy: assignment.policy, votes: found?.votes ?? []))
        }
    }
}
