public import Model

/// One reason why one person holds one role on one resource: what comes out, a row of `access` without the
/// facts of the person.
public struct Grant: Sendable {
    public let kind: GrantKind
    /// Nil when an assignment's package has no known role.
    public let held: ResourceRole?
    /// Its number, so that grants are joined without a look at it; negative without a role.
    let number: Int
    public let roleScope: String?
    /// Whether it is joined within its scope, or as what can be activated.
    let isScoped: Bool
    /// Set where groups are in between.
    public let path: GroupPath?
    /// How the person came into the nearest of these groups.
    public let entrance: Entrance?
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
        kind: GrantKind, held: ResourceRole?, roleScope: String? = nil, path: GroupPath? = nil,
        entrance: Entrance? = nil, pathCount: Int? = nil, assignment: Assignment? = nil,
        assignmentId: String? = nil, startsAt: Instant? = nil, until: StatedUntil = .open,
        status: GrantStatus = .active, inEffect: InEffect? = nil, observedAt: Instant
    ) {
        self.kind = kind
        self.held = held
        number = held?.number ?? -1
        self.roleScope = roleScope
        isScoped = roleScope != nil || kind == .roleEligibility
        self.path = path
        self.entrance = entrance
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

extension Grant {
    public var resource: Resource? { held?.resource }
    public var role: Role? { held?.role }
    /// The groups in between, from the person's side.
    public var via: [GroupGraph.Index] { path?.groups ?? [] }
}
