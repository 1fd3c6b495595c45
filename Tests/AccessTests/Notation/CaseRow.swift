import Access
import Model

/// A row in the words of a case: who, what, by which grant, then the columns that the case shows.
struct CaseRow {
    let person: String
    let grant: Grant
    let facts: CaseFacts

    var text: String {
        let columns: [(String, String?)] = [
            ("scope", grant.roleScope.map { "scope " + $0 }),
            ("via", grant.via.isEmpty ? nil : "via " + via),
            ("paths", grant.pathCount.map { "paths \($0)" }),
            ("state", grant.assignment?.state.map { "state " + $0 }),
            ("request", "request " + (grant.assignment?.request?.id ?? "-")),
            ("approval", approval),
            ("from", "from " + (grant.startsAt.map(CaseRow.moment) ?? "-")),
            ("until", "until \(CaseRow.until(grant.until.until)) (\(grant.until.source.rawValue))"),
            ("status", grant.status.rawValue),
            ("inEffect", grant.inEffect.map { "in effect " + $0.rawValue }),
            ("access", "access until " + (grant.accessUntil.map(CaseRow.until) ?? "-")),
            ("seen", "seen " + CaseRow.moment(grant.observedAt)),
        ]
        let key = [person, subject, grant.kind.rawValue, grant.assignmentId]
        let shown = columns.map { facts.shown.contains($0.0) ? $0.1 : nil }
        return (key + shown).compactMap { $0 }.joined(separator: " ")
    }

    private var subject: String {
        guard let resource = grant.resource, let role = grant.role else { return "nothing known" }
        let name = resource.name ?? resource.id
        switch resource.type {
        case .group: return "\(role.name) of \(name)"
        case .application: return "\(role.name) of app \(name)"
        case .directoryRole: return "directory role \(name)"
        case .site, .other, .unknown: return "\(role.name) of \(resource.type.rawValue) \(name)"
        }
    }

    private var via: String {
        grant.via.map { facts.groupIds[Int($0)] }.joined(separator: " > ")
    }

    private var approval: String? {
        guard let assignment = grant.assignment else { return nil }
        let finding = ApprovalFinding(
            request: assignment.request, policy: assignment.policy, votes: facts.votes[assignment.id] ?? [])
        return [
            "approval " + finding.approval.rawValue, finding.by.map { "by " + $0 },
            finding.at.map { "at " + CaseRow.moment($0) },
            finding.policyAsOf.map { "as of " + CaseRow.moment($0) },
        ].compactMap { $0 }.joined(separator: " ")
    }

    private static func until(_ until: Until) -> String {
        until.moment.map(moment) ?? until.kind.rawValue
    }

    /// A day alone is its first moment.
    private static func moment(_ moment: Instant) -> String {
        moment == moment.startOfDay ? moment.dayDescription : moment.description
    }
}
