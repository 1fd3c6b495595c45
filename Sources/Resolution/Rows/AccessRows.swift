import Access
import Model
import Store

/// The rows of `access` at T, person by person in the order of the report.
///
/// Persons are read in batches, so that memory does not grow with the tenant.
public struct AccessRows {
    private let state: ReportState
    private let batchSize: Int64

    public init(_ state: ReportState, batchSize: Int = 1000) {
        self.state = state
        self.batchSize = Int64(batchSize)
    }

    /// Hands out every row that the selection shows.
    public func forEach(_ selection: AccessSelection, _ body: (AccessRow) throws -> Void) throws {
        var resolver = Resolver(tenant: state.directory.tenant)
        let loader = try BatchLoader(state)
        var first: Int64 = 1
        while true {
            let batch = try loader.load(from: first, count: batchSize)
            if batch.isEmpty { return }
            for place in batch.keys.indices {
                for grant in resolver.grants(of: batch.edges[place])
                where selection.shows(grant, namedGroups: state.packages.namedGroups) {
                    try body(row(grant, batch, place))
                }
            }
            first += batchSize
        }
    }

    /// The rows of one person.
    public func rows(of person: FoundPerson, _ selection: AccessSelection) throws -> [AccessRow] {
        var resolver = Resolver(tenant: state.directory.tenant)
        let batch = try BatchLoader(state).load(from: person.position, count: 1)
        return batch.keys.indices.flatMap { place in
            resolver.grants(of: batch.edges[place])
                .filter { selection.shows($0, namedGroups: state.packages.namedGroups) }
                .map { row($0, batch, place) }
        }
    }

    private func row(_ grant: Grant, _ batch: PersonBatch, _ place: Int) -> AccessRow {
        let person = batch.facts[place]
        let groups = state.directory.tenant.groups
        let via = grant.via.map { index in
            let resource = groups[Int(index)].resource
            return AccessRow.Step(id: resource.id, name: resource.name)
        }
        let reason = grant.assignment.flatMap { batch.reasons[ExactText($0.id)] }
        let review = batch.reviews[place]
            .filter {
                $0.subject.covers(
                    resource: grant.resource?.id, package: grant.assignment?.package?.id,
                    policy: grant.assignment?.policy?.id)
            }.max(by: ReviewDecision.isOlder)
        return AccessRow(
            person: person, grant: grant, via: via, requestedBy: reason?.requestedBy,
            approval: reason?.approval, review: review.map(LastReview.init),
            why: Why.sentence(
                grant, reason: reason, via: via,
                memberships: batch.edges[place], tenant: state.directory.tenant))
    }
}
