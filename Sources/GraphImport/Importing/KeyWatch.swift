import JSONText

/// Counts which members the objects of an entity have: for the fields that a reading covered, and for those that
/// no mapping knows.
///
/// Objects of a collection mostly have the same members in the same order; each is looked for where it stood in
/// the last object.
struct KeyWatch {
    private var keys: [[UInt8]] = []
    private var counts: [Int] = []
    private var places: [String: Int] = [:]
    private let known: Set<String>
    /// How often a field was met that is one too many, or too long, to be kept by name.
    private(set) var others = 0
    private static let keptFields = 1000
    private static let keptLength = 200

    init(_ entity: Entity) {
        var known = Set(entity.ignored)
        for field in entity.fields { known.formUnion(field.topKeys) }
        for inline in entity.inlines { known.formUnion(inline.keys) }
        known.insert("id")
        if entity.name == "user" { known.insert("signInActivity") }
        self.known = known
    }

    mutating func watch(_ object: JSONValue) {
        var expected = 0
        object.forEachMember { key, _ in
            let place: Int
            if expected < keys.count, key.utf8.elementsEqual(keys[expected]) {
                place = expected
            } else {
                guard let found = find(key) else {
                    others += 1
                    return
                }
                place = found
            }
            counts[place] += 1
            expected = place + 1
        }
    }

    private mutating func find(_ key: JSONKey) -> Int? {
        guard key.utf8.count <= KeyWatch.keptLength else { return nil }
        let text = key.string
        if let place = places[text] { return place }
        guard keys.count < KeyWatch.keptFields || known.contains(text) else { return nil }
        places[text] = keys.count
        keys.append(Array(key.utf8))
        counts.append(0)
        return keys.count - 1
    }

    /// All fields that were seen, annotations apart.
    var fields: [String] {
        places.keys.filter { !$0.contains("@") }.sorted()
    }

    /// Members that no mapping knows, with the number of objects that have them.
    var unknown: [(field: String, count: Int)] {
        places.filter { !known.contains($0.key) && !$0.key.contains("@") }
            .map { ($0.key, counts[$0.value]) }.sorted { $0.0 < $1.0 }
    }
}
