import Access
import Model
import Store

/// The assignments of the persons of a batch, and how they came about.
struct AssignmentLoader {
    private let readings: Readings
    private let packages: PackageDirectory
    private let approvals: ApprovalLoader
    private let query: BatchQuery

    init(_ state: ReportState) throws {
        readings = state.readings
        packages = state.packages
        approvals = try ApprovalLoader(state.connection, state.asOf)
        query = try BatchQuery(state.connection, AssignmentLoader.sql(state.readings))
    }

    func load(into batch: inout PersonBatch, requests: [Int64: RequestLoader.Found]) throws {
        var edges = batch.edges
        var reasons = batch.reasons
        try query.forEachRow(of: batch) { row, place in
            let key = row.integer(1) ?? 0
            let request = requests[key]
            let assignment = try assignment(row, request: request?.request)
            let found = try approvals.find(assignment: key, request: request?.key)
            edges[place].assignments.append(assignment)
            reasons[place][ObjectIdentifier(assignment)] = AssignmentReason(of: assignment, found)
        }
        batch.edges = edges
        batch.reasons = reasons
    }

    private func assignment(_ row: Statement, request: AddRequest?) throws -> Assignment {
        let package = row.integer(4)
        return Assignment(
            id: row.identifier(2) ?? "",
            package: try package.map { try packages.package($0, toldName: row.text(5)) },
            policy: try row.integer(6).map { try packages.policy($0, toldName: row.text(7)) },
            state: row.text(8), expiredAt: row.instant(9), scheduleStart: row.instant(10),
            expiration: ExpirationPattern(
                type: row.text(11), endDateTime: row.instant(12), duration: row.text(13)),
            observedAt: readings.observation(
                "assignment", parents: [0, package ?? 0], since: row.integer(3) ?? 0,
                sighting: row.integer(14)),
            request: request)
    }

    static func sql(_ readings: Readings) -> String {
        """
        SELECT p.position, a.key, i.id, a.since, a.package, nullif(a.packageName, ''), a.policy,
        nullif(a.policyName, ''), a.state, a.expiredAt, a.startsAt, a.expirationType,
        a.expirationEndsAt, a.expirationDuration, \(readings.sightingSQL("assignment", key: "a.key"))
        FROM \(BatchQuery.source) CROSS JOIN temp.assignmentAt t ON t.person = p.key
        CROSS JOIN assignment a ON a.key = t.key AND a.since = t.since
        CROSS JOIN ident i ON i.key = a.key
        ORDER BY p.position, t.key
        """
    }
}
