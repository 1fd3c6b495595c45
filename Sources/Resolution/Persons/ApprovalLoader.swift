import Access
import Model
import Store

/// Who approved assignments, and which administrator assigned them (ACCESS.md 4).
struct ApprovalLoader {
    private let asOf: AsOf
    private let stages: Statement
    private let audits: Statement
    /// The requests that have stages, and what audit events name: most have and are neither.
    private let staged: KeySet
    private let named: KeySet

    /// What was found of one assignment.
    struct Found {
        var votes: [ApprovalFinding.Vote] = []
        /// The initiator of the first event that an administrator assigned it.
        var administrator: (at: Instant?, id: String, name: String?)?
    }

    init(_ connection: Connection, _ asOf: AsOf) throws {
        self.asOf = asOf
        stages = try connection.prepare(ApprovalLoader.stageSQL)
        audits = try connection.prepare(ApprovalLoader.auditSQL)
        staged = try KeySet(connection, "SELECT DISTINCT parent FROM approvalStage")
        named = try KeySet(connection, "SELECT DISTINCT named FROM auditMention")
    }

    func find(assignment: Int64, request: Int64?) throws -> Found {
        var found = Found()
        if let request, staged.contains(request) { try addStages(of: request, stages, to: &found) }
        if named.contains(assignment) || request.map(named.contains) ?? false {
            try addAudits(naming: [assignment, request], audits, to: &found)
        }
        return found
    }

    private func addStages(of request: Int64, _ list: Statement, to found: inout Found) throws {
        list.bind(1, request)
        defer { list.reset() }
        var stages: [Int64: EventVersions<ApprovalFinding.Vote?>] = [:]
        while try list.step() {
            let isApproval = list.text(3)?.lowercased() == "approve"
            let vote = ApprovalFinding.Vote(
                at: list.instant(4), by: list.text(5), id: list.identifier(1) ?? "")
            stages[list.integer(0) ?? 0, default: EventVersions()].add(
                list.integer(2) ?? 0, asOf, moment: list.instant(4),
                value: isApproval ? vote : nil)
        }
        for versions in stages.values {
            if case let vote?? = versions.counting(at: asOf.moment) { found.votes.append(vote) }
        }
    }

    private func addAudits(naming keys: [Int64?], _ list: Statement, to found: inout Found) throws {
        struct Event {
            let id: String
            let isApproval: Bool
            let isSuccess: Bool
            let isNamed: Bool
            let at: Instant?
            let by: String?
        }
        list.bind(1, keys[0])
        list.bind(2, keys[1])
        defer { list.reset() }
        var events: [Int64: EventVersions<Event>] = [:]
        while try list.step() {
            let activity = list.text(3)?.lowercased()
            events[list.integer(0) ?? 0, default: EventVersions()].add(
                list.integer(2) ?? 0, asOf, moment: list.instant(4),
                value: Event(
                    id: list.identifier(1) ?? "", isApproval: activity == ApprovalLoader.approved,
                    isSuccess: list.text(6)?.lowercased() == "success",
                    isNamed: list.boolean(7) == true && ApprovalLoader.activities.contains(activity ?? ""),
                    at: list.instant(4), by: list.text(5)))
        }
        for versions in events.values {
            guard let event = versions.counting(at: asOf.moment), event.isNamed else { continue }
            if event.isApproval {
                guard event.isSuccess else { continue }
                found.votes.append(ApprovalFinding.Vote(at: event.at, by: event.by, id: event.id))
            } else if found.administrator.map({ ApprovalLoader.isEarlier(event.at, event.id, $0.at, $0.id) })
                ?? true
            {
                found.administrator = (event.at, event.id, event.by)
            }
        }
    }

    private static func isEarlier(_ at: Instant?, _ id: String, _ other: Instant?, _ otherId: String) -> Bool
    {
        switch (at, other) {
        case (let moment?, let otherMoment?) where moment != otherMoment: moment < otherMoment
        case (.some, nil): true
        case (nil, .some): false
        default: CodePointOrder.precedes(id, otherId)
        }
    }

    private static let approved = "approve access package assignment request"
    private static let assigned = "administrator directly assigns user to access package"

    private static let activities: Set<String> = [approved, assigned]

    static let stageSQL = """
        SELECT s.key, i.id, s.since, s.reviewResult, s.reviewedAt,
        CASE WHEN \(IdentSQL.text("ri.id")) = '\(Identifier.zero)' THEN NULL
            ELSE coalesce(nullif(s.reviewerName, ''), nullif(s.reviewerPrincipalName, '')) END
        FROM approvalStage s JOIN ident i ON i.key = s.key LEFT JOIN ident ri ON ri.key = s.reviewer
        WHERE s.parent = ? ORDER BY s.key, s.since
        """

    static let auditSQL = """
        SELECT a.key, i.id, a.since, a.activity, a.activityAt,
        CASE WHEN \(IdentSQL.text("ni.id")) = '\(Identifier.zero)' THEN NULL ELSE coalesce(
            nullif(a.initiatorName, ''), nullif(a.initiatorPrincipalName, ''), nullif(a.initiatorApp, '')) END,
        a.result, EXISTS (SELECT 1 FROM auditMention x WHERE x.named IN (?1, ?2) AND x.key = a.key
            AND x.since = a.since)
        FROM (SELECT DISTINCT key FROM auditMention WHERE named IN (?1, ?2)) m
        CROSS JOIN directoryAudit a ON a.key = m.key JOIN ident i ON i.key = a.key
        LEFT JOIN ident ni ON ni.key = a.initiator
        ORDER BY a.key, a.since
        """
}
