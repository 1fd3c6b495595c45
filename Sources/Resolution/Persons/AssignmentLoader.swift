import Access
import Model
import Store

/// The assignments of the persons of a batch.
struct AssignmentLoader {
    let connection: Connection
    let readings: Readings
    let packages: PackageDirectory

    func load(into batch: inout PersonBatch, requests: [Int64: RequestLoader.Found]) throws {
        var edges = batch.edges
        try batch.forEachRow(connection, AssignmentLoader.sql) { row, place in
            edges[place].assignments.append(
                assignment(row, request: requests[row.integer(1) ?? 0]?.request))
        }
        batch.edges = edges
    }

    private func assignment(_ row: Statement, request: AddRequest?) -> Assignment {
        let package = row.integer(4).map { key in
            packages.package(key, id: row.identifier(5) ?? "", toldName: row.text(6))
        }
        let policy = row.integer(7).map { key in
            packages.policy(key, id: row.identifier(8) ?? "", toldName: row.text(9))
        }
        return Assignment(
            id: row.identifier(2) ?? "", package: package, policy: policy, state: row.text(10),
            expiredAt: row.instant(11), scheduleStart: row.instant(12),
            expiration: ExpirationPattern(
                type: row.text(13), endDateTime: row.instant(14), duration: row.text(15)),
            observedAt: readings.observation(
                "assignment", parents: [0, row.integer(4) ?? 0], since: row.integer(3) ?? 0,
                sighting: row.integer(16)),
            request: request)
    }

    private static let sql = """
        SELECT p.position, a.key, i.id, a.since, a.package, pi.id, nullif(a.packageName, ''), a.policy, oi.id,
        nullif(a.policyName, ''), a.state, a.expiredAt, a.startsAt, a.expirationType,
        a.expirationEndsAt, a.expirationDuration, \(Readings.sightingSQL("assignment", key: "a.key"))
        FROM \(PersonBatch.source) CROSS JOIN temp.assignmentAt t ON t.person = p.key
        CROSS JOIN assignment a ON a.key = t.key AND a.since = t.since
        JOIN ident i ON i.key = a.key LEFT JOIN ident pi ON pi.key = a.package
        LEFT JOIN ident oi ON oi.key = a.policy
        ORDER BY p.position, a.key
        """
}
