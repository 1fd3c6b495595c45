public import Model

/// A request that asked for an assignment: userAdd, adminAdd, systemAdd or onBehalfAdd.
public struct AddRequest: Sendable {
    public enum Kind: Sendable {
        case userAdd, adminAdd, systemAdd, onBehalfAdd

        /// - Returns: nil for every other type of request; types compare without case.
        public init?(_ type: String?) {
            switch type?.lowercased() {
            case "useradd": self = .userAdd
            case "adminadd": self = .adminAdd
            case "systemadd": self = .systemAdd
            case "onbehalfadd": self = .onBehalfAdd
            default: return nil
            }
        }
    }

    public let id: String
    public let kind: Kind
    /// As the source wrote it.
    public let type: String
    public let createdAt: Instant?
    public let completedAt: Instant?
    public let justification: String?
    /// Name or UPN of the requestor as the source wrote it.
    public let requestor: String?

    public init(
        id: String, kind: Kind, type: String, createdAt: Instant?, completedAt: Instant?,
        justification: String?, requestor: String?
    ) {
        self.id = id
        self.kind = kind
        self.type = type
        self.createdAt = createdAt
        self.completedAt = completedAt
        self.justification = justification
        self.requestor = requestor
    }

    /// By createdDateTime, a missing one last, then by id.
    public static func isEarlier(_ left: AddRequest, _ right: AddRequest) -> Bool {
        switch (left.createdAt, right.createdAt) {
        case (let leftMoment?, let rightMoment?) where leftMoment != rightMoment: leftMoment < rightMoment
        case (.some, nil): true
        case (nil, .some): false
        default: CodePointOrder.precedes(left.id, right.id)
        }
    }
}
