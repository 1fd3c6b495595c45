public import Model

/// Beginning and end of a schedule instance, of a role or of a membership (ACCESS.md 3, Status).
public struct ScheduleTerm: Sendable {
    public let startsAt: Instant?
    public let endsAt: Instant?

    public init(startsAt: Instant?, endsAt: Instant?) {
        self.startsAt = startsAt
        self.endsAt = endsAt
    }

    /// A schedule without an end never ends.
    var until: StatedUntil {
        StatedUntil(endsAt.map(Until.date) ?? .never, .assignment)
    }

    func status(at moment: Instant, isEligibility: Bool) -> GrantStatus {
        if let startsAt, startsAt > moment { return .scheduled }
        if let endsAt, endsAt <= moment { return .ended }
        return isEligibility ? .eligible : .active
    }
}
