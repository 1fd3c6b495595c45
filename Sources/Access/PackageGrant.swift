public import Model

/// Start, end and status of an assignment at T (ACCESS.md 3).
public struct AssignmentTerm: Sendable {
    public let startsAt: Instant?
    public let until: StatedUntil
    public let status: GrantStatus
    /// When an ended assignment's access ended, as far as somebody states it.
    let endedAt: Instant?

    public init(of assignment: Assignment, at moment: Instant) {
        let request = assignment.request
        let start = assignment.scheduleStart ?? request?.completedAt ?? request?.createdAt
        let until = AssignmentTerm.until(of: assignment, start: start)
        startsAt = start
        self.until = until
        (status, endedAt) = AssignmentTerm.status(
            of: assignment, start: start, until: until.until, at: moment)
    }

    /// The first rule that holds.
    private static func until(of assignment: Assignment, start: Instant?) -> StatedUntil {
        if let stated = end(by: assignment.expiration, start: start) {
            return StatedUntil(stated, .assignment)
        }
        guard let policy = assignment.policy, let stated = end(by: policy.expiration, start: start)
        else { return StatedUntil(.unknown, .none) }
        if let end = stated.moment, end <= assignment.observedAt, assignment.phase != .expired {
            return StatedUntil(.unknown, .policy)
        }
        return StatedUntil(stated, .policy)
    }

    /// - Returns: nil when the pattern says nothing. A duration without a start ends nobody knows when.
    private static func end(by pattern: ExpirationPattern, start: Instant?) -> Until? {
        if pattern.noExpiration { return .never }
        if let end = pattern.endDateTime { return .date(end) }
        guard let duration = pattern.duration else { return nil }
        return start.map { .date($0.adding(duration)) } ?? .unknown
    }

    private static func status(
        of assignment: Assignment, start: Instant?, until: Until, at moment: Instant
    ) -> (GrantStatus, endedAt: Instant?) {
        let phase = assignment.phase
        if phase == .deliveryFailed { return (.failed, nil) }
        let expired = assignment.expiredAt.map { $0 <= moment } ?? false
        if phase == .expired || expired { return (.ended, assignment.expiredAt) }
        if let start, start > moment { return (.scheduled, nil) }
        if let end = until.moment, end <= moment {
            return end <= assignment.observedAt ? (.overdue, nil) : (.ended, end)
        }
        return (phase == .delivering || phase == .partiallyDelivered ? .delivering : .active, nil)
    }
}
