/// What an import says of something it did not take as it was.
public struct Remark: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable {
        /// A file or object that is broken.
        case refused
        /// A file or object that is none of the entities.
        case leftAside
        /// A collection that is not whole.
        case incomplete
        /// A field or a type that no mapping knows.
        case unknown
    }

    public let kind: Kind
    /// File, collection or type.
    public let place: String
    public let reason: String
    /// What nobody imports, and who knows it may ignore: `user.theme` for a field, `devices` for a type.
    public let unimported: String?

    public init(kind: Kind, place: String, reason: String, unimported: String? = nil) {
        self.kind = kind
        self.place = place
        self.reason = reason
        self.unimported = unimported
    }
}

/// What one import did with one entity.
public struct ImportedCounts: Sendable, Hashable {
    public let entity: String
    public var collections = 0
    public var incomplete = 0
    public var files = 0
    public var items = 0
    public var skipped = 0

    public init(entity: String) {
        self.entity = entity
    }
}

extension Remark.Kind {
    /// Before the place and the reason of a remark.
    public var label: String {
        switch self {
        case .refused: "refused"
        case .leftAside: "left aside"
        case .incomplete: "incomplete"
        case .unknown: "not taken"
        }
    }
}
