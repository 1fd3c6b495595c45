import Access

/// A person with all that is known of it, ready to be resolved.
public final class LoadedPerson: Sendable {
    /// The place in the order of the report, counted from 1.
    public let position: Int64
    public let facts: PersonFacts
    let edges: PersonEdges
    let reviews: [ReviewDecision]
    private let reasons: [ObjectIdentifier: AssignmentReason]

    init(
        position: Int64, facts: PersonFacts, edges: PersonEdges, reviews: [ReviewDecision],
        reasons: [ObjectIdentifier: AssignmentReason]
    ) {
        self.position = position
        self.facts = facts
        self.edges = edges
        self.reviews = reviews
        self.reasons = reasons
    }

    /// How an assignment of this person came about.
    func reason(of assignment: Assignment) -> AssignmentReason? {
        reasons[ObjectIdentifier(assignment)]
    }
}
