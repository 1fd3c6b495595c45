/// Who tells a name, a UPN or a kind of a directory object besides the object itself.
///
/// The first four are edges, whose names count where neither the user nor the subject has one (ACCESS.md 5).
public enum ToldSource: Int64, Sendable, CaseIterable {
    case member = 1
    case owner
    case appRoleAssignment
    case roleAssignment
    case manager
    case sponsor
    case subject
    case requestor
    case reviewer
    case decision
    case audit

    public var isEdge: Bool { rawValue <= ToldSource.roleAssignment.rawValue }
}
