public import Model

/// What can be reached.
public struct Resource: Hashable, Sendable {
    public let type: ResourceType
    public let id: String
    /// As last known; nil where nobody told it.
    public let name: String?

    public init(type: ResourceType, id: String, name: String?) {
        self.type = type
        self.id = id
        self.name = name
    }

    /// By type and id, byte by byte; the name is no part of what it is.
    public static func == (left: Resource, right: Resource) -> Bool {
        left.type == right.type && ExactText(left.id) == ExactText(right.id)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(ExactText(id))
    }
}

/// What a resource offers.
public struct Role: Hashable, Sendable {
    /// `Member_<groupId>`, `Owner_<groupId>`, an app role's id, a site role's originId, a roleDefinitionId.
    public let id: String
    public let name: String

    public init(id: String, name: String) {
        self.id = id
        self.name = name
    }

    /// Byte by byte: ids that are no GUIDs compare exactly (ACCESS.md 1).
    public static func == (left: Role, right: Role) -> Bool {
        ExactText(left.id) == ExactText(right.id)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(ExactText(id))
    }

    public static func member(of group: String) -> Role {
        Role(id: "Member_" + group, name: "Member")
    }

    public static func owner(of group: String) -> Role {
        Role(id: "Owner_" + group, name: "Owner")
    }
}

/// What is known of a resource's edges at T (ACCESS.md 3, inEffect).
public enum EdgeKnowledge: Hashable, Sendable {
    /// Imported completely, last at this moment.
    case complete(observedAt: Instant)
    /// Not imported completely; or the resource is closed or of a kind that cannot be observed.
    case unknown
}
