import Access
import Model
import Store

/// The earliest add request of each assignment of a batch (ACCESS.md 4), by the assignment's key.
struct RequestLoader {
    struct Found {
        let key: Int64
        let request: AddRequest
    }

    let connection: Connection
    let asOf: AsOf

    func load(_ batch: PersonBatch) throws -> [Int64: Found] {
        struct Request {
            let assignment: Int64
            var versions = EventVersions<AddRequest?>()
        }
        var requests: [Int64: Request] = [:]
        try batch.forEachRow(connection, RequestLoader.sql) { row, _ in
            let key = row.integer(1) ?? 0
            guard let assignment = row.integer(2) else { return }
            let version = AddRequest.Kind(row.text(5)).map { kind in
                AddRequest(
                    id: row.identifier(3) ?? "", kind: kind, type: row.text(5) ?? "",
                    createdAt: row.instant(6), completedAt: row.instant(7), justification: row.text(8),
                    requestor: row.text(9))
            }
            requests[key, default: Request(assignment: assignment)].versions.add(
                observedAt: asOf.observed(row.integer(4) ?? 0), moment: row.instant(6), value: version)
        }
        var earliest: [Int64: Found] = [:]
        for (key, entry) in requests {
            guard case let request?? = entry.versions.counting(at: asOf.moment) else { continue }
            if let known = earliest[entry.assignment], AddRequest.isEarlier(known.request, request) { continue }
            earliest[entry.assignment] = Found(key: key, request: request)
        }
        return earliest
    }

    private static let sql = """
        SELECT p.position, q.key, a.key, i.id, q.since, q.requestType, q.createdAt, q.completedAt,
        q.justification, coalesce(nullif(q.requestorName, ''), nullif(q.requestorPrincipalName, ''))
        FROM \(PersonBatch.source) CROSS JOIN temp.assignmentAt a ON a.person = p.key
        CROSS JOIN (SELECT DISTINCT key, assignment FROM assignmentRequest) n ON n.assignment = a.key
        CROSS JOIN assignmentRequest q ON q.key = n.key
        JOIN ident i ON i.key = q.key
        ORDER BY q.key, q.since
        """
}
