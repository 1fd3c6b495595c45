/// How many objects have which fields.
struct FieldCounts {
    /// All fields that were seen.
    private(set) var seen: Set<String> = []
    /// Fields that no mapping knows, with the number of objects that have them.
    private(set) var unknown: [String: Int] = [:]
    /// How often a field was met that is one too many, or too long, to be kept by name.
    var others = 0

    init() {}

    init(seen: [String], unknown: [String: Int]) {
        self.seen = Set(seen)
        self.unknown = unknown
    }

    mutating func add(_ field: String, _ count: Int, isKnown: Bool) {
        seen.insert(field)
        if !isKnown { unknown[field, default: 0] += count }
    }

    /// Adds what another file has, up to a bound: fields come from outside.
    mutating func add(_ other: FieldCounts) {
        if !other.seen.isSubset(of: seen) {
            for field in other.seen.subtracting(seen).sorted() {
                guard seen.count < FieldCounts.kept || other.unknown[field] == nil else { continue }
                seen.insert(field)
            }
        }
        for (field, count) in other.unknown {
            if seen.contains(field) { unknown[field, default: 0] += count } else { others += count }
        }
        others += other.others
    }

    private static let kept = 1000
}
