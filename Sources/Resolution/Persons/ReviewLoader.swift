import Model
import Store

/// The dated decisions on the persons of a batch.
final class ReviewLoader {
    private let asOf: AsOf
    private let query: BatchQuery
    private let idents: IdentTexts
    /// The number of the id that is no reviewer.
    private let nobody: Int64?
    private let instanceScope: Statement
    private let definitionScope: Statement
    private var scopes: [Int64: Scope] = [:]

    /// What an instance and its definition say of what is reviewed.
    private struct Scope {
        var instance = ReviewSubject()
        var definition = ReviewSubject()
    }

    init(_ connection: Connection, _ asOf: AsOf) throws {
        self.asOf = asOf
        query = try BatchQuery(connection, ReviewLoader.sql)
        idents = try IdentTexts(connection)
        nobody = try IdentLookup(connection).key(of: Identifier.zero)
        // What a decision is about may be told by a later import: the last word at T, else the first after it.
        func scope(_ table: String, _ columns: String) throws -> Statement {
            try connection.prepare(
                """
                SELECT \(columns) FROM \(table) WHERE key = ?1
                ORDER BY since > ?2, CASE WHEN since <= ?2 THEN -since ELSE since END
                """)
        }
        instanceScope = try scope("reviewInstance", "scopeQuery, scope, definition")
        definitionScope = try scope("reviewDefinition", "scopeQuery, scope")
    }

    func load(into batch: inout PersonBatch) throws {
        struct Entry: Hashable {
            let key: Int64
            let place: Int
        }
        typealias Told = (decision: ReviewDecision, sources: ReviewSources)
        var decisions: [Entry: EventVersions<Told?>] = [:]
        var later: [Entry: [ReviewSources]] = [:]
        try query.forEachRow(of: batch) { row, place in
            let key = row.integer(1) ?? 0
            // A version that is about somebody else, or undated, is none of this person.
            let isOwn = (row.integer(16) ?? row.integer(17)) == batch.keys[place]
            let version: Told? =
                try isOwn ? row.instant(6).map { (decision(row, reviewedAt: $0), try sources(row)) } : nil
            let entry = Entry(key: key, place: place)
            let snapshot = row.integer(3) ?? 0
            decisions[entry, default: EventVersions()].add(
                snapshot, asOf, moment: row.instant(6), value: version)
            if asOf.observed(snapshot) > asOf.moment { later[entry, default: []].append(try sources(row)) }
        }
        var reviews = batch.reviews
        for (entry, versions) in decisions {
            if case (var decision, let sources)?? = versions.counting(at: asOf.moment) {
                decision.subject = sources.subject(later: later[entry] ?? [])
                reviews[entry.place].append(decision)
            }
        }
        batch.reviews = reviews
    }

    private func decision(_ row: Statement, reviewedAt: Instant) -> ReviewDecision {
        ReviewDecision(
            id: row.identifier(2) ?? "",
            last: LastReview(
                decision: row.text(4), reviewedAt: reviewedAt,
                reviewedBy: nobody != nil && row.integer(7) == nobody ? nil : row.text(8),
                reason: row.text(5), applyResult: row.text(9)))
    }

    /// By its resource, else its link, else the instance's scope, else the definition's.
    private func sources(_ row: Statement) throws -> ReviewSources {
        var own = ReviewSubject()
        if let package = row.integer(11) {
            own.packages.insert(try idents.text(of: package))
            if let policy = row.integer(12) { own.policies.insert(try idents.text(of: policy)) }
        } else if let resource = row.integer(10) {
            own.resources.insert(try idents.text(of: resource))
        }
        let scope =
            try row.integer(14).map { try self.scope(ofInstance: $0, definition: row.integer(15)) } ?? Scope()
        let link = row.text(13).map(ReviewSubject.init(query:)) ?? ReviewSubject()
        return ReviewSources(
            resource: own, link: link, instance: scope.instance, definition: scope.definition)
    }

    private func scope(ofInstance instance: Int64, definition: Int64?) throws -> Scope {
        if let known = scopes[instance] { return known }
        var scope = Scope()
        var definition = definition
        if let found = try first(instanceScope, instance) {
            scope.instance = found.subject
            definition = found.definition ?? definition
        }
        if let definition, let found = try first(definitionScope, definition) {
            scope.definition = found.subject
        }
        if scopes.count > 50_000 { scopes.removeAll() }
        scopes[instance] = scope
        return scope
    }

    /// The first version that tells anything; where none does, the first.
    private func first(
        _ list: Statement, _ key: Int64
    ) throws -> (subject: ReviewSubject, definition: Int64?)? {
        list.bind(1, key)
        list.bind(2, asOf.snapshot.number)
        defer { list.reset() }
        var definition: Int64?
        var subject: ReviewSubject?
        while try list.step() {
            definition = definition ?? (list.columnCount > 2 ? list.integer(2) : nil)
            let query = list.text(0) ?? ReviewLoader.resourceQuery(in: list.text(1))
            let found = query.map(ReviewSubject.init(query:)) ?? ReviewSubject()
            if subject == nil || subject?.isEmpty == true { subject = found }
            if subject?.isEmpty == false, definition != nil || list.columnCount < 3 { break }
        }
        return subject.map { ($0, definition) }
    }

    /// The queries of a principalResourceMembershipsScope's resources.
    private static func resourceQuery(in scope: String?) -> String? {
        guard let scope, let range = scope.firstRange(of: "\"resourceScopes\":[") else { return nil }
        return String(scope[range.upperBound...].prefix { $0 != "]" })
    }

    static let sql = """
        SELECT n.position, d.key, i.id, d.since, d.decision, d.justification, d.reviewedAt, d.reviewer,
        coalesce(nullif(d.reviewerName, ''), nullif(d.reviewerPrincipalName, '')), d.applyResult, d.resource,
        d.package, d.policy, d.resourceLink, d.instance, d.definition, d.principal, d.target
        FROM (SELECT p.position AS position, r.key AS key FROM \(BatchQuery.source)
                CROSS JOIN reviewDecision r INDEXED BY reviewDecisionPrincipal ON r.principal = p.key
            UNION SELECT p.position, r.key FROM \(BatchQuery.source)
                CROSS JOIN reviewDecision r INDEXED BY reviewDecisionTarget
                ON r.target = p.key AND r.principal IS NULL) n
        CROSS JOIN reviewDecision d ON d.key = n.key CROSS JOIN ident i ON i.key = d.key
        ORDER BY n.position, d.key, d.since
        """
}
