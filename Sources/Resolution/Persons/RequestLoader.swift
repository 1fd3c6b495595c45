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
        struct Entry: Hashable {
            let key: Int64
            let assignment: Int64
        }
        // Nil for a version that is about another assignment, or is no add request.
        var requests: [Entry: EventVersions<AddRequest?>] = [:]
        try batch.forEachRow(connection, RequestLoader.sql) { row, _ in
            let key = row.integer(1) ?? 0
            guard let assignment = row.integer(2) else { return }
            let kind = row.integer(10) == assignment ? AddRequest.Kind(row.text(5)) : nil
            let version = kind.map { kind in
                AddRequest(
                    id: row.identifier(3) ?? "", kind: kind, type: row.text(5) ?? "",
                    createdAt: row.instant(6), completedAt: row.instant(7), justification: row.text(8),
                    requestor: row.text(9))
            }
            requests[Entry(key: key, assignment: assignment), default: EventVersions()].add(
                observedAt: asOf.observed(row.integer(4) ?? 0), moment: row.instant(6), value: version)
        }
        var earliest: [Int64: Found] = [:]
        for (entry, versions) in requests {
            guard case let request?? = versions.counting(at: asOf.moment) else { continue }
            if let known = earliest[entry.assignment], AddRequest.isEarlier(known.request, request) {
                continue
            }
            earliest[entry.assignment] = Found(key: entry.key, request: request)
        }
        return earliest
    }

    /// From the persons to their requests by indexes: without the inner list SQLite would read all requests of
    /// the tenant for each batch.
    private static let sql = """
        SELECT n.position, q.key, n.assignment, i.id, q.since, q.requestType, q.createdAt, q.completedAt,
        q.justification, coalesce(nullif(q.requestorName, ''), nullif(q.requestorPrincipalName, '')), q.assignment
        FROM (SELECT DISTINCT p.position AS position, a.key AS assignment, r.key AS key
            FROM \(PersonBatch.source) CROSS JOIN temp.assignmentAt a ON a.person = p.key
            CROSS JOIN assignmentRequest r ON r.assignment = a.key) n
        CROSS JOIN assignmentRequest q ON q.key = n.key
        JOIN ident i ON i.key = q.key
        ORDER BY q.key, q.since
        """
}
