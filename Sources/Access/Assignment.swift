public import Model

/// An access package as far as its assignments need it.
public final class Package: Sendable {
    public let id: String
    public let name: String?
    public let catalogName: String?
    /// Empty when no resource role of it is known.
    public let roles: [PackagedRole]

    public init(id: String, name: String?, catalogName: String?, roles: [PackagedRole]) {
        self.id = id
        self.name = name
        self.catalogName = catalogName
        self.roles = roles
    }
}

/// A policy as last known at T, with its earlier versions for the question of approval.
public final class Policy: Sendable {
    public struct Version: Sendable {
        public let observedAt: Instant
        /// `isApprovalRequiredForAdd`; nil where the policy does not say it.
        public let approvalRequired: Bool?

        public init(observedAt: Instant, approvalRequired: Bool?) {
            self.observedAt = observedAt
            self.approvalRequired = approvalRequired
        }
    }

    public let id: String
    public let name: String?
    public let expiration: ExpirationPattern
    /// Oldest first; empty when the policy itself was never imported.
    public let versions: [Version]

    public init(id: String, name: String?, expiration: ExpirationPattern, versions: [Version]) {
        self.id = id
        self.name = name
        self.expiration = expiration
        self.versions = versions
    }
}

/// An assignment of a package, as it was last seen at or before T.
public final class Assignment: Sendable {
    /// The states that decide something; all others are alike.
    enum Phase: String {
        case deliveryFailed = "deliveryfailed"
        case partiallyDelivered = "partiallydelivered"
        case expired, delivering, other
    }

    public let id: String
    public let package: Package?
    public let policy: Policy?
    /// The source's word, whatever it is.
    public let state: String?
    public let expiredAt: Instant?
    public let scheduleStart: Instant?
    public let expiration: ExpirationPattern
    public let observedAt: Instant
    /// The earliest add request that counts at T (ACCESS.md 4).
    public let request: AddRequest?
    /// What the state says. States compare without case (GRAPH.md 0, trap 7).
    let phase: Phase

    public init(
        id: String, package: Package?, policy: Policy?, state: String?, expiredAt: Instant?,
        scheduleStart: Instant?, expiration: ExpirationPattern, observedAt: Instant,
        request: AddRequest?
    ) {
        self.id = id
        self.package = package
        self.policy = policy
        self.state = state
        self.expiredAt = expiredAt
        self.scheduleStart = scheduleStart
        self.expiration = expiration
        self.observedAt = observedAt
        self.request = request
        phase = state.flatMap { Phase(rawValue: $0.lowercased()) } ?? .other
    }
}
