import Access
import Model
import Store

/// Who approved an assignment, and which administrator assigned it (ACCESS.md 4).
struct ApprovalLoader {
    /// What was found of one assignment.
    struct Found {
        var votes: [ApprovalFinding.Vote] = []
        /// The initiator of the first event that an administrator assigned it.
        var administrator: (at: Instant?, id: String, name: String?)?
    }

    private let stages: StageLoader
    private let audits: AuditLoader

    init(_ connection: Connection, _ asOf: AsOf) throws {
        stages = try StageLoader(connection, asOf)
        audits = try AuditLoader(connection, asOf)
    }

    func find(assignment: Int64, request: Int64?) throws -> Found {
        var found = Found()
        if let request { try stages.add(of: request, to: &found) }
        try audits.add(naming: [assignment, request].compactMap(\.self), to: &found)
        return found
    }
}

/// The approval stages of requests.
struct StageLoader {
    private let asOf: AsOf
    private let list: Statement
    /// The requests that have any: most have none.
    private let staged: KeySet

    init(_ connection: Connection, _ asOf: AsOf) throws {
        self.asOf = asOf
        list = try connection.prepare(StageLoader.sql)
        staged = try KeySet(connection, "SELECT DISTINCT parent FROM approvalStage")
    }

    func add(of request: Int64, to found: inout ApprovalLoader.Found) throws {
        guard staged.contains(request) else { return }
        list.bind(1, request)
        defer { list.reset() }
        var stages: [Int64: EventVersions<ApprovalFinding.Vote?>] = [:]
        while try list.step() {
            let isApproval = list.text(3)?.lowercased() == "approve"
            let vote = ApprovalFinding.Vote(
                at: list.instant(4), by: list.text(5), id: list.identifier(1) ?? "")
            stages[list.integer(0) ?? 0, default: EventVersions()].add(
                list.integer(2) ?? 0, asOf, moment: list.instant(4), value: isApproval ? vote : nil)
        }
        for versions in stages.values {
            if case let vote?? = versions.counting(at: asOf.moment) { found.votes.append(vote) }
        }
    }

    static let sql = """
        SELECT s.key, i.id, s.since, s.reviewResult, s.reviewedAt,
        CASE WHEN \(IdentSQL.text("ri.id")) = '\(Identifier.zero)' THEN NULL
            ELSE coalesce(nullif(s.reviewerName, ''), nullif(s.reviewerPrincipalName, '')) END
        FROM approvalStage s CROSS JOIN ident i ON i.key = s.key LEFT JOIN ident ri ON ri.key = s.reviewer
        WHERE s.parent = ?1 ORDER BY s.key, s.since
        """
}
