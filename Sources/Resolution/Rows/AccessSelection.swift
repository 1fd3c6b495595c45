import Access
import Model

/// Which rows a report shows (ACCESS.md 3, "Scope" and "Status").
public struct AccessSelection: Sendable {
    public enum Scope: String, Sendable, CaseIterable {
        /// Resources that a catalog or package names, every application with an assignment, every directory role,
        /// and rows with an unknown resource.
        case review
        /// Every group, too.
        case all
    }

    public var scope: Scope
    /// Whether grants that ended or failed are shown.
    public var everyStatus: Bool

    public init(scope: Scope = .review, everyStatus: Bool = false) {
        self.scope = scope
        self.everyStatus = everyStatus
    }

    func shows(_ held: ResourceRole?, _ status: GrantStatus, namedGroups: Set<String>) -> Bool {
        guard everyStatus || status.isShownByDefault else { return false }
        guard scope == .review, let resource = held?.resource, resource.type == .group else { return true }
        return namedGroups.contains(resource.id)
    }
}
