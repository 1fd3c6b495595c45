import Access
import Model
import Store

/// Reads all that is known of a batch of persons. Its queries are prepared once.
final class BatchLoader {
    private let persons: BatchQuery
    private let accounts: AccountLoader
    private let edges: EdgeLoader
    private let requests: RequestLoader
    private let assignments: AssignmentLoader
    private let reviews: ReviewLoader

    init(_ state: ReportState) throws {
        let connection = state.connection
        persons = try BatchQuery(
            connection,
            "SELECT position, key, id, name FROM temp.person WHERE position BETWEEN ?1 AND ?2 ORDER BY position"
        )
        accounts = try AccountLoader(connection, state.readings)
        edges = try EdgeLoader(state)
        requests = try RequestLoader(connection, state.asOf)
        assignments = try AssignmentLoader(state)
        reviews = try ReviewLoader(connection, state.asOf)
    }

    /// - Returns: the persons of these positions; none where there are no more.
    func load(from first: Int64, count: Int64) throws -> [LoadedPerson] {
        var batch = PersonBatch(from: first, count: count)
        try persons.forEachRow(of: batch) { row, _ in
            batch.add(key: row.integer(1) ?? 0, id: row.text(2), name: row.text(3))
        }
        guard !batch.isEmpty else { return [] }
        try accounts.load(into: &batch)
        try edges.load(into: &batch)
        try assignments.load(into: &batch, requests: requests.load(batch))
        try reviews.load(into: &batch)
        return batch.persons
    }
}
