import Access
import Model
import Store

/// A range of persons in the order of the report, while it is loaded.
struct PersonBatch {
    let first: Int64
    let last: Int64
    /// Keys by position.
    private(set) var keys: [Int64] = []
    var facts: [PersonFacts] = []
    var edges: [PersonEdges] = []
    var reviews: [[ReviewDecision]] = []
    var reasons: [[ObjectIdentifier: AssignmentReason]] = []

    init(from first: Int64, count: Int64) {
        self.first = first
        last = first + count - 1
    }

    mutating func add(key: Int64, id: String?, name: String?) {
        keys.append(key)
        var person = PersonFacts()
        person.id = key == 0 ? nil : id
        person.name = name
        facts.append(person)
        var known = PersonEdges()
        known.isKnown = key != 0
        edges.append(known)
        reviews.append([])
        reasons.append([:])
    }

    var isEmpty: Bool { keys.isEmpty }

    /// The place in the batch of a position.
    func place(_ position: Int64?) -> Int {
        Int((position ?? 0) - first)
    }

    /// The persons as they are handed on.
    var persons: [LoadedPerson] {
        keys.indices.map { place in
            LoadedPerson(
                position: first + Int64(place), facts: facts[place], edges: edges[place],
                reviews: reviews[place], reasons: reasons[place])
        }
    }
}
