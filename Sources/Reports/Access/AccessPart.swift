import Access
import Model
import Resolution

/// What tells some of the columns of `access`. Rows with the same key have the same cells there, so that a format
/// can write again what it made of them.
enum AccessPart: Sendable {
    /// The person itself: of neighbouring rows mostly the same.
    case person
    /// The resource and its role.
    case role
    /// The kind of the grant, and the groups in between.
    case way
    /// The package, its assignment, and how that came about.
    case package
    /// Begin, end and status.
    case term
    case review
    case observation
    case why

    /// - Returns: nil where the cells are this row's alone.
    func key(of row: AccessRow) -> Int? {
        let grant = row.grant
        switch self {
        case .person: return Int(row.holder.position)
        case .role: return grant.held.map { $0.place + 1 } ?? 0
        case .way: return AccessPart.wayKey(grant)
        case .package: return grant.assignment == nil && grant.assignmentId == nil ? 0 : nil
        case .term: return AccessPart.termKey(grant)
        case .review: return row.review == nil ? 0 : nil
        case .observation: return Int(grant.observedAt.ticks)
        case .why: return AccessPart.whyKey(grant)
        }
    }

    private static func wayKey(_ grant: Grant) -> Int? {
        let paths = grant.pathCount ?? 0
        guard grant.roleScope == nil, paths < 64 else { return nil }
        return (pathKey(grant) * 8 + grant.kind.number) * 64 + paths
    }

    /// Moments are many; what has none is mostly alike.
    private static func termKey(_ grant: Grant) -> Int? {
        let until = grant.until
        guard grant.startsAt == nil, until.until.moment == nil, grant.accessUntil?.moment == nil else {
            return nil
        }
        let kinds = (until.until.kind.number * 4 + until.source.number) * 8 + grant.status.number
        return (kinds * 4 + (grant.inEffect?.number ?? 3)) * 8 + (grant.accessUntil?.kind.number ?? 7)
    }

    /// Sentences that name neither a package nor a moment.
    private static func whyKey(_ grant: Grant) -> Int? {
        switch (grant.kind, grant.entrance) {
        case (.dynamicRule, _): break
        case (.direct, _) where grant.startsAt == nil && grant.until.until.kind == .open: break
        case (.nestedGroup, .member), (.nestedGroup, .rule), (.groupAssignment, .member),
            (.groupAssignment, .rule):
            guard grant.until.until.kind == .open else { return nil }
        default: return nil
        }
        return (pathKey(grant) * 8 + grant.kind.number) * 2 + (grant.entrance == .rule ? 1 : 0)
    }

    private static func pathKey(_ grant: Grant) -> Int {
        grant.path.map { $0.number + 1 } ?? 0
    }
}
