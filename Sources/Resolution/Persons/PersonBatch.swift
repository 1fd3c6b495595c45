import Access
import Model
import Store

/// A range of persons in the order of the report, with all that is known of them.
struct PersonBatch {
    let positions: ClosedRange<Int64>
    /// Keys by position.
    private(set) var keys: [Int64] = []
    var facts: [PersonFacts] = []
    var edges: [PersonEdges] = []
    var reviews: [[ReviewDecision]] = []
    /// How assignments came about, by their id.
    var reasons: [ExactText: AssignmentReason] = [:]

    init(_ connection: Connection, from first: Int64, count: Int64) throws {
        positions = first...(first + count - 1)
        let list = try connection.prepare(
            "SELECT key, id, name FROM temp.person WHERE position BETWEEN ? AND ? ORDER BY position")
        list.bind(1, positions.lowerBound)
        list.bind(2, positions.upperBound)
        while try list.step() {
            keys.append(list.integer(0) ?? 0)
            var person = PersonFacts()
            person.id = list.integer(0) == 0 ? nil : list.text(1)
            person.name = list.text(2)
            facts.append(person)
        }
        edges = keys.map { key in
            var edges = PersonEdges()
            edges.isKnown = key != 0
            return edges
        }
        reviews = Array(repeating: [], count: keys.count)
    }

    var isEmpty: Bool { keys.isEmpty }

    /// The place in the batch of a position.
    func place(_ position: Int64?) -> Int {
        Int((position ?? 0) - positions.lowerBound)
    }

    /// Runs a query over the batch: `?1` and `?2` are its first and last position, and column 0 of each row is
    /// the position of the person that it is about.
    func forEachRow(
        _ connection: Connection, _ sql: String, _ body: (Statement, Int) throws -> Void
    ) throws {
        let list = try connection.prepare(sql)
        list.bind(1, positions.lowerBound)
        list.bind(2, positions.upperBound)
        while try list.step() { try body(list, place(list.integer(0))) }
    }

    /// The persons of the batch, to join others to.
    static let source = "(SELECT position, key FROM temp.person WHERE position BETWEEN ?1 AND ?2) p"
}
