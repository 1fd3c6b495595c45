public import Model

/// What the rows say of a person (ACCESS.md 2 and 5).
public struct PersonFacts: Sendable {
    public var id: String?
    public var name: String?
    public var principalName: String?
    public var email: String?
    public var type = PersonType.unknown
    public var external: Bool?
    /// Nil when there is no person.
    public var state: PersonState?
    public var createdAt: Instant?
    public var company: String?
    public var department: String?
    public var managerName: String?
    public var sponsorNames: String?
    public var lastSignInAt: Instant?
    public var lastSignInKind = SignInKind.unknown
}
