/// The objects of one table that this import told. Edges without columns are not kept: told twice, they say the
/// same.
struct ObjectKeys {
    private let isChild: Bool
    private let isKept: Bool
    private var bits = KeyBits()
    private var pairs: Set<Pair> = []

    struct Pair: Hashable {
        let parent: Int64
        let key: Int64
    }

    init(_ shape: TableShape) {
        isChild = shape.isChild
        isKept = !shape.isChild || !shape.columns.isEmpty
    }

    /// - Returns: whether it is told for the first time.
    mutating func insert(parent: Int64?, key: Int64) -> Bool {
        guard isChild else { return bits.insert(key) }
        return !isKept || pairs.insert(Pair(parent: parent ?? 0, key: key)).inserted
    }

    mutating func insert(parent: Int64?, keys: some Sequence<Int64>) {
        if isChild, !isKept { return }
        for key in keys { _ = insert(parent: parent, key: key) }
    }

    func containsAny(parent: Int64?, keys: some Sequence<Int64>) -> Bool {
        if isChild, !isKept { return false }
        return keys.contains { contains(parent: parent, key: $0) }
    }

    func contains(parent: Int64?, key: Int64) -> Bool {
        isChild ? pairs.contains(Pair(parent: parent ?? 0, key: key)) : bits.contains(key)
    }
}
