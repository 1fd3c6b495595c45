import Foundation
import JSONText

/// Knows the members of an entity's objects again, and counts which of them they have: for the fields that a
/// reading covered, and for those that no mapping knows.
///
/// Objects of a collection mostly have the same members in the same order; each is looked for where it stood in
/// the last object.
final class KeyWatch {
    private struct Key {
        let bytes: UnsafeMutableRawBufferPointer
        /// Where the plan wants its value.
        let place: Int?
        let isKnown: Bool
        /// Annotations are no fields; a relation's changes are.
        let isField: Bool
        var count = 0

        func says(_ key: JSONKey) -> Bool {
            guard key.utf8.count == bytes.count else { return false }
            guard let left = key.utf8.baseAddress, let right = bytes.baseAddress else { return true }
            return memcmp(left, right, bytes.count) == 0
        }
    }

    /// No access of it lasts longer than its own line.
    @exclusivity(unchecked) private var keys: ContiguousArray<Key> = []
    private var names: [String] = []
    private var found: [String: Int] = [:]
    /// What was counted last, of objects without a field that no mapping knows: mostly it is the same again.
    private var last = FieldCounts()
    private var lastKeys: ContiguousArray<Int> = []
    private let plan: EntityPlan
    private let known: Set<String>
    /// How often a field was met that is one too many, or too long, to be kept by name.
    private var others = 0
    /// How many fields were counted since the counts were taken last.
    @exclusivity(unchecked) private var distinct = 0
    private static let keptFields = 1000
    private static let keptLength = 200

    init(_ plan: EntityPlan) {
        self.plan = plan
        known = KeyWatch.known(plan.entity)
    }

    deinit { forget() }

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
    func watch(_ object: JSONValue, into members: UnsafeMutableBufferPointer<JSONValue?>) {
        members.update(repeating: nil)
        var expected = 0
        object.forEachMember { key, value in
            let index: Int
            if expected < keys.count, keys[expected].says(key) {
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

    private func find(_ key: JSONKey) -> Int? {
        guard key.utf8.count <= KeyWatch.keptLength else { return nil }
        let name = key.string
        if let index = found[name] { return index }
        let isKnown = known.contains(name)
        guard distinct < KeyWatch.keptFields || isKnown else { return nil }
        found[name] = keys.count
        let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: key.utf8.count, alignment: 1)
        bytes.copyMemory(from: key.utf8)
        let isField = !name.contains("@") || name.hasSuffix("@delta") && !isKnown
        keys.append(Key(bytes: bytes, place: plan.places[name], isKnown: isKnown, isField: isField))
        names.append(name)
        return keys.count - 1
    }

    /// What was counted since the last time, annotations apart.
    func takeCounts() -> FieldCounts {
        let met = ContiguousArray(
            keys.indices.lazy.filter { [keys] in keys[$0].count > 0 && keys[$0].isField })
        var counts = last
        if met != lastKeys || others > 0 || met.contains(where: { !keys[$0].isKnown }) {
            counts = FieldCounts()
            for index in met { counts.add(names[index], keys[index].count, isKnown: keys[index].isKnown) }
            counts.others = others
            let isPlain = counts.unknown.isEmpty && others == 0
            (last, lastKeys) = isPlain ? (counts, met) : (FieldCounts(), [])
        }
        for index in keys.indices { keys[index].count = 0 }
        others = 0
        distinct = 0
        if keys.count > KeyWatch.keptFields { forget() }
        return counts
    }

    private func forget() {
        for key in keys { key.bytes.deallocate() }
        keys = []
        names = []
        found = [:]
        (last, lastKeys) = (FieldCounts(), [])
    }
}
