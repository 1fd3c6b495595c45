import Access
import Model
import Store

/// The earliest add request of each assignment of a batch (ACCESS.md 4), by the assignment's key.
struct RequestLoader {
    struct Found {
        let key: Int64
        let request: AddRequest
    }

    private let asOf: AsOf
    private let query: BatchQuery

    init(_ connection: Connection, _ asOf: AsOf) throws {
        self.asOf = asOf
        query = try BatchQuery(connection, RequestLoader.sql)
    }

    func load(_ batch: PersonBatch) throws -> [Int64: Found] {
        struct Entry: Hashable {
            let key: Int64
            let assignment: Int64
        }
        // Nil for a version that is about another assignment, or is no add request.
        var requests: [Entry: EventVersions<AddRequest?>] = [:]
        try query.forEachRow(of: batch) { row, _ in
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
                row.integer(4) ?? 0, asOf, moment: row.instant(6), value: version)
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

    /// From the persons to their requests by indexes. A request is read with all its versions, once for each that
    /// names the assignment.
    static let sql = """
        SELECT p.position, q.key, t.key, i.id, q.since, q.requestType, q.createdAt, q.completedAt,
        q.justification, coalesce(nullif(q.requestorName, ''), nullif(q.requestorPrincipalName, '')), q.assignment
        FROM \(BatchQuery.source) CROSS JOIN temp.assignmentAt t ON t.person = p.key
        CROSS JOIN assignmentRequest r INDEXED BY assignmentRequestAssignment ON r.assignment = t.key
        CROSS JOIN assignmentRequest q ON q.key = r.key CROSS JOIN ident i ON i.key = q.key
        ORDER BY p.position
        """
}
