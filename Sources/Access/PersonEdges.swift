public import Model

/// All that one person holds or is assigned, as seen at T: what goes in.
public struct PersonEdges: Sendable {
    /// A membership or ownership of a group.
    public struct GroupEdge: Sendable {
        public let group: GroupGraph.Index
        public let observedAt: Instant

        public init(group: GroupGraph.Index, observedAt: Instant) {
            self.group = group
            self.observedAt = observedAt
        }
    }

    /// False for assignments whose person nobody told: each of their rows stands for itself.
    public var isKnown = true
    public var assignments: [Assignment] = []
    public var memberships: [GroupEdge] = []
    public var ownerships: [GroupEdge] = []
    public var appRoles: [AppRoleAssignment] = []
    public var directoryRoles: [DirectoryRoleGrant] = []
    /// What PIM for Groups says of memberships and ownerships.
    public var groupSchedules: [GroupSchedule] = []

    public init() {}
}

/// An app role that a person or a group holds.
public struct AppRoleAssignment: Sendable {
    public let id: String
    public let role: ResourceRole
    public let createdAt: Instant?
    public let observedAt: Instant

    public init(id: String, role: ResourceRole, createdAt: Instant?, observedAt: Instant) {
        self.id = id
        self.role = role
        self.createdAt = createdAt
        self.observedAt = observedAt
    }
}

/// A directory role that a person or a group holds or can activate.
public struct DirectoryRoleGrant: Sendable {
    public enum Kind: Sendable {
        /// A role assignment schedule instance.
        case scheduled
        /// A role assignment for which no schedule instance exists.
        case plain
        /// A role eligibility schedule instance.
        case eligible
    }

    public let id: String
    public let kind: Kind
    /// The role itself is the resource, too.
    public let role: ResourceRole
    /// directoryScopeId; `/` is the whole tenant.
    public let scope: String?
    public let startsAt: Instant?
    public let endsAt: Instant?
    public let observedAt: Instant

    public init(
        id: String, kind: Kind, role: ResourceRole, scope: String?, startsAt: Instant?, endsAt: Instant?,
        observedAt: Instant
    ) {
        self.id = id
        self.kind = kind
        self.role = role
        self.scope = scope
        self.startsAt = startsAt
        self.endsAt = endsAt
        self.observedAt = observedAt
    }

    /// A schedule without an end never ends; a plain role assignment says nothing of an end.
    var until: StatedUntil {
        kind == .plain ? .open : term.until
    }

    func status(at moment: Instant) -> GrantStatus {
        term.status(at: moment, isEligibility: kind == .eligible)
    }

    private var term: ScheduleTerm { ScheduleTerm(startsAt: startsAt, endsAt: endsAt) }
}
