public import Model

/// A schedule instance of PIM for Groups: a membership or ownership with its terms, or one that can be activated.
public struct GroupSchedule: Sendable {
    public enum Relation: Sendable {
        case member, owner
    }

    public enum Kind: Sendable {
        /// Active without being activated. PIM lists every member of a group that it manages so.
        case assigned
        /// Active because an eligibility was activated.
        case activated
        case eligible
    }

    public let id: String
    public let group: GroupGraph.Index
    public let relation: Relation
    public let kind: Kind
    public let term: ScheduleTerm
    public let observedAt: Instant

    public init(
        id: String, group: GroupGraph.Index, relation: Relation, kind: Kind, term: ScheduleTerm,
        observedAt: Instant
    ) {
        self.id = id
        self.group = group
        self.relation = relation
        self.kind = kind
        self.term = term
        self.observedAt = observedAt
    }

    func status(at moment: Instant) -> GrantStatus {
        term.status(at: moment, isEligibility: kind == .eligible)
    }

    public func isActive(at moment: Instant) -> Bool {
        status(at: moment) == .active
    }

    /// Whether an edge that was seen then is the one that the schedule conveys: it has begun, and its end comes
    /// after the edge was seen.
    func tells(ofEdgeSeen observedAt: Instant, at moment: Instant) -> Bool {
        switch status(at: moment) {
        case .active: true
        case .ended: term.endsAt.map { $0 > observedAt } ?? false
        default: false
        }
    }

    /// Whether it says no more than the edge does.
    func isPlain(at moment: Instant) -> Bool {
        kind == .assigned && term.until.until == .never && status(at: moment) == .active
    }

    func role(in tenant: Tenant) -> ResourceRole {
        let group = tenant.groups[Int(group)]
        return relation == .member ? group.member : group.owner
    }
}
