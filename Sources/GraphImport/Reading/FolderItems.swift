import Model

/// What is in a folder, to be put in order.
struct FolderItems {
    private var names: [String] = []
    private var items: [OpenFolder.Item] = []
    /// The first eight bytes of each name.
    private var heads: [UInt64] = []

    /// - Parameter order: by which it comes in order.
    mutating func add(_ order: String, _ item: OpenFolder.Item) {
        names.append(order)
        items.append(item)
        var head: UInt64 = 0
        var rest = order.utf8.makeIterator()
        for _ in 0..<8 { head = head << 8 | UInt64(rest.next() ?? 0) }
        heads.append(head)
    }

    /// In the order of code points.
    var sorted: [OpenFolder.Item] {
        guard items.count > 1 else { return items }
        let order = items.indices.sorted { left, right in
            heads[left] == heads[right]
                ? CodePointOrder.precedes(names[left], names[right]) : heads[left] < heads[right]
        }
        return order.map { items[$0] }
    }
}
