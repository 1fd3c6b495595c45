import Access
import Model

/// The one sentence that says why somebody has access (ACCESS.md 4).
enum Why {
    static func sentence(_ grant: Grant, reason: AssignmentReason?, via: [AccessRow.Step]) -> String {
        switch grant.kind {
        case .package: PackageWhy(grant: grant, reason: reason).sentence
        case .direct: direct(grant)
        case .dynamicRule: "The rule of the group makes this person a member; no end is set."
        case .roleAssignment: role(grant)
        case .roleEligibility where via.isEmpty: role(grant)
        case .nestedGroup, .groupAssignment, .roleEligibility:
            GroupWhy(grant: grant, via: via).sentence
        }
    }

    private static func direct(_ grant: Grant) -> String {
        if grant.entrance == .activated {
            return "Activated by the person\(start(of: grant)); \(end(of: grant))."
        }
        let since = grant.startsAt.map { " on \($0.dayDescription)" } ?? ""
        return "Given directly\(since), outside packages; \(end(of: grant))."
    }

    private static func role(_ grant: Grant) -> String {
        let verb =
            grant.kind == .roleEligibility ? "Can be activated by the person" : "Assigned to the person"
        return "\(verb)\(start(of: grant)); \(end(of: grant))."
    }

    private static func start(of grant: Grant) -> String {
        grant.startsAt.map { " from \($0.dayDescription)" } ?? ""
    }

    /// `ends 2026-03-15`, `does not end`, `no end is set`, `its end is not known`.
    static func end(of grant: Grant) -> String {
        let until = grant.until.until
        switch until.kind {
        case .date:
            let day = until.moment?.dayDescription ?? ""
            switch grant.status {
            case .overdue: return "should have ended \(day) and is still there"
            case .ended: return "ended \(day)"
            default: return "ends \(day)"
            }
        case .never: return "does not end"
        case .open: return "no end is set"
        case .unknown: return "its end is not known"
        }
    }
}
