import Access
import Model

/// *Asked for on 2026-03-01 by Ann Lee ("supplier portal"), no approval needed by policy "Initial"; ends
/// 2026-03-15, 14 days after the start.*
struct PackageWhy {
    let grant: Grant
    let reason: AssignmentReason?

    var sentence: String {
        [asked, approved].compactMap { $0 }.joined(separator: ", ") + "; " + ending + "."
    }

    private var request: AddRequest? { grant.assignment?.request }

    private var asked: String {
        guard let request else { return "No request is known any more" }
        let on = request.createdAt.map { " on \($0.dayDescription)" } ?? ""
        let by = reason?.requestedBy.map { " by \($0)" } ?? ""
        let because = request.justification.flatMap { $0.isEmpty ? nil : " (\"\($0)\")" } ?? ""
        switch request.kind {
        case .userAdd: return "Asked for\(on)\(by)\(because)"
        case .onBehalfAdd: return "Asked for on behalf of the person\(on)\(by)\(because)"
        case .adminAdd:
            return "Assigned by \(reason?.requestedBy ?? "an administrator")\(on)\(because)"
        case .systemAdd: return "Assigned automatically by policy\(on)\(because)"
        }
    }

    private var approved: String? {
        guard let reason else { return nil }
        let policy = grant.assignment?.policy?.name.map { " by policy \"\($0)\"" } ?? " by the policy"
        let asOf = reason.approval.policyAsOf.map { " (as the policy was on \($0.dayDescription))" } ?? ""
        switch reason.approval.approval {
        case .approved:
            let by = reason.approval.by.map { " by \($0)" } ?? ""
            let at = reason.approval.at.map { " on \($0.dayDescription)" } ?? ""
            return "approved\(by)\(at)"
        case .notRequired: return "no approval needed\(policy)\(asOf)"
        case .bypassed: return "without the approval that the policy asks for\(asOf)"
        case .unknown: return "approval not known"
        }
    }

    private var ending: String {
        let assignment = grant.assignment
        switch grant.status {
        case .failed: return "delivery failed, \(Why.end(of: grant))"
        case .ended:
            if let expired = assignment?.expiredAt { return "ended \(expired.dayDescription)" }
            if grant.until.until.kind != .date { return "ended" }
        case .scheduled:
            let start = grant.startsAt.map { "begins \($0.dayDescription) and " } ?? ""
            return start + Why.end(of: grant) + span
        default: break
        }
        return Why.end(of: grant) + span
    }

    /// `, 14 days after the start`, and who says so where it is not the assignment.
    private var span: String {
        guard let end = grant.until.until.moment, let start = grant.startsAt, end > start else {
            return source
        }
        let days = (end.ticks - start.ticks) / (86_400 * Instant.ticksPerSecond)
        return ", \(days) \(days == 1 ? "day" : "days") after the start\(source)"
    }

    private var source: String {
        grant.until.source == .policy && grant.until.until.kind != .unknown ? " as the policy says" : ""
    }
}
