import Model
import Store

/// Which collections were read up to T, and what that says of when facts were observed (ACCESS.md 1).
public struct Readings: Sendable {
    private struct Collection: Hashable {
        let entity: String
        let parent: Int64
    }

    /// The last reading and the last complete one, as numbers of snapshots.
    private struct Last {
        var any: Int64 = 0
        var complete: Int64 = 0
    }

    private var last: [Collection: Last] = [:]
    let asOf: AsOf
    /// The collections of which a partial import showed something.
    private var sighted: Set<String> = []

    init(_ connection: Connection, _ asOf: AsOf) throws {
        self.asOf = asOf
        // Of events the completeness of each parent is of no use to the rows.
        let list = try connection.prepare(
            """
            SELECT entity, parent, complete, max(min(last, ?1)) FROM reading
            WHERE first <= ?1 AND entity NOT IN ('approvalStage', 'reviewDecision')
            GROUP BY entity, parent, complete
            """)
        list.bind(1, asOf.snapshot.number)
        while try list.step() {
            let collection = Collection(entity: list.text(0) ?? "", parent: list.integer(1) ?? 0)
            let number = list.integer(3) ?? 0
            var known = last[collection] ?? Last()
            known.any = max(known.any, number)
            if list.boolean(2) == true { known.complete = max(known.complete, number) }
            last[collection] = known
        }
        let sightings = try connection.prepare(
            "SELECT 1 FROM sighting WHERE entity = ?1 AND first <= ?2 LIMIT 1")
        for entity in Readings.sightable {
            sightings.bind(1, entity)
            sightings.bind(2, asOf.snapshot.number)
            if try sightings.step() { sighted.insert(entity) }
            sightings.reset()
        }
    }

    /// The collections whose rows tell when they were last seen.
    private static let sightable = [
        "groupMember", "groupOwner", "appRoleAssignment", "assignment", "roleAssignment",
        "roleAssignmentSchedule", "roleEligibilitySchedule", "groupAssignmentSchedule",
        "groupEligibilitySchedule",
    ]

    /// When the collection was last read, if that reading was complete; nil if it was not, or never read.
    func completeReading(_ entity: String, parent: Int64 = 0) -> Instant? {
        guard let known = last[Collection(entity: entity, parent: parent)], known.complete == known.any,
            known.complete > 0
        else { return nil }
        return asOf.observed(known.complete)
    }

    /// The snapshot that last read the collection, however completely.
    func lastReading(_ entity: String, parent: Int64 = 0) -> Int64? {
        last[Collection(entity: entity, parent: parent)]?.any
    }

    func wasRead(_ entity: String, parent: Int64) -> Bool {
        last[Collection(entity: entity, parent: parent)] != nil
    }

    /// Whether the last import that read the list of users had sign-in activity among its fields.
    func signInWasRead(_ connection: Connection) throws -> Bool {
        let field = try connection.prepare(
            """
            SELECT 1 FROM fieldReading WHERE entity = 'user' AND field = 'signInActivity'
            AND first <= ?1 AND last >= ?1
            """)
        field.bind(1, lastReading("user") ?? 0)
        return try field.step()
    }

    /// The last observation of an open row: its version's first snapshot, a later complete reading of its
    /// collection, or a later sighting in a partial one.
    ///
    /// - Parameters:
    ///   - parents: the collections that hold the row.
    ///   - sighting: the number of the last snapshot that showed it in a partial collection.
    func observation(_ entity: String, parents: [Int64], since: Int64, sighting: Int64?) -> Instant {
        var number = max(since, sighting ?? 0)
        for parent in parents {
            number = max(number, last[Collection(entity: entity, parent: parent)]?.complete ?? 0)
        }
        return asOf.observed(number)
    }

    /// The snapshot of the last complete reading of the collection; 0 when there was none.
    func lastComplete(_ entity: String, parent: Int64) -> Int64 {
        last[Collection(entity: entity, parent: parent)]?.complete ?? 0
    }

    /// For SQL: the last sighting of a row at or before T.
    func sightingSQL(_ entity: String, parent: String = "0", key: String) -> String {
        guard sighted.contains(entity) else { return "NULL" }
        return """
            (SELECT max(min(g.last, (SELECT snapshot FROM temp.asOf))) FROM sighting g WHERE g.entity = '\(entity)'
            AND g.parent = \(parent) AND g.key = \(key) AND g.first <= (SELECT snapshot FROM temp.asOf))
            """
    }
}
