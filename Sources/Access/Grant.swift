public import Model

/// One reason why one person holds one role on one resource: what comes out, a row of `access` without the
/// facts of the person.
public struct Grant: Sendable {
    public let kind: GrantKind
    /// Nil when an assignment's package has no known role.
    public let resource: Resource?
    public let role: Role?
    public let roleScope: String?
    /// The groups in between, from the person's side.
    public let via: [GroupGraph.Index]
    /// Only for nestedGroup: how many of the person's own groups lead there.
    public let pathCount: Int?
    /// The assignment of a package grant.
    public let assignment: Assignment?
    /// The appRoleAssignment, the schedule instance or the assignment.
    public let assignmentId: String?
    public let startsAt: Instant?
    public let until: StatedUntil
    public let status: GrantStatus
    public let inEffect: InEffect?
    public let observedAt: Instant
    /// When access to this resource role ends over all live and scheduled grants; nil when there is none.
    public internal(set) var accessUntil: Until?

    init(
        kind: GrantKind, resource: Resource?, role: Role?, roleScope: String? = nil,
        via: [GroupGraph.Index] = [], pathCount: Int? = nil, assignment: Assignment? = nil,
        assignmentId: String? = nil, startsAt: Instant? = nil, until: StatedUntil = .open,
        status: GrantStatus = .active, inEffect: InEffect? = nil, observedAt: Instant
    ) {
        self.kind = kind
        self.resource = resource
        self.role = role
        self.roleScope = roleScope
        self.via = via
        self.pathCount = pathCount
        self.assignment = assignment
        self.assignmentId = assignmentId
        self.startsAt = startsAt
        self.until = until
        self.status = status
        self.inEffect = inEffect
        self.observedAt = observedAt
    }
}
