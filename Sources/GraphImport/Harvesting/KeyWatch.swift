import JSONText

/// Knows the members of an entity's objects again, and counts which of them they have: for the fields that a
/// reading covered, and for those that no mapping knows.
///
/// Objects of a collection mostly have the same members in the same order; each is looked for where it stood in
/// the last object.
struct KeyWatch {
    private struct Key {
        let bytes: [UInt8]
        let name: String
        /// Where the plan wants its value.
        let place: Int?
        let isKnown: Bool
        var count = 0
    }

    private var keys: [Key] = []
    private var found: [String: Int] = [:]
    private let plan: EntityPlan
    private let known: Set<String>
    /// How often a field was met that is one too many, or too long, to be kept by name.
    private var others = 0
    /// How many fields were counted since the counts were taken last.
    private var distinct = 0
    private static let keptFields = 1000
    private static let keptLength = 200

    init(_ plan: EntityPlan) {
        self.plan = plan
        known = KeyWatch.known(plan.entity)
    }

    /// The keys that are read or left aside on purpose.
    static func known(_ entity: Entity) -> Set<String> {
        var known = Set(entity.ignored)
        for field in entity.fields { known.formUnion(field.topKeys) }
        for inline in entity.inlines { known.formUnion(inline.keys) }
        if let beside = entity.beside { known.insert(beside.key) }
        known.insert("id")
        return known
    }

    /// Hands the members that the plan wants to their places.
    mutating func watch(_ object: JSONValue, into members: inout [JSONValue?]) {
        for place in members.indices { members[place] = nil }
        var expected = 0
        object.forEachMember { key, value in
            let index: Int
            if expected < keys.count, key.utf8.elementsEqual(keys[expected].bytes) {
                index = expected
            } else {
                guard let known = find(key) else {
                    others += 1
                    return
                }
                index = known
            }
            if keys[index].count == 0 {
                guard distinct < KeyWatch.keptFields || keys[index].isKnown else {
                    others += 1
                    return
                }
                distinct += 1
            }
            keys[index].count += 1
            if let place = keys[index].place { members[place] = value }
            expected = index + 1
        }
    }

    private mutating func find(_ key: JSONKey) -> Int? {
        guard key.utf8.count <= KeyWatch.keptLength else { return nil }
        let name = key.string
        if let index = found[name] { return index }
        let isKnown = known.contains(name)
        guard distinct < KeyWatch.keptFields || isKnown else { return nil }
        found[name] = keys.count
        keys.append(
            Key(bytes: Array(key.utf8), name: name, place: plan.places[name], isKnown: isKnown))
        return keys.count - 1
    }

    /// What was counted since the last time, annotations apart.
    mutating func takeCounts() -> FieldCounts {
        var counts = FieldCounts()
        for index in keys.indices where keys[index].count > 0 {
            let name = keys[index].name
            // Annotations are no fields; a relation's changes are.
            let isField = !name.contains("@") || name.hasSuffix("@delta") && !keys[index].isKnown
            if isField { counts.add(name, keys[index].count, isKnown: keys[index].isKnown) }
            keys[index].count = 0
        }
        counts.others = others
        others = 0
        distinct = 0
        if keys.count > KeyWatch.keptFields {
            keys = []
            found = [:]
        }
        return counts
    }
}
