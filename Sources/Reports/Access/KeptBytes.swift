/// What cells came to in a format, by the key of what they tell of; forgotten when it grows large.
struct KeptBytes {
    private var places = PlaceTable()
    private var bytes: [UInt8] = []
    private var last: (key: Int, place: Range<Int>)?
    private let limit: Int

    /// - Parameter limit: how many bytes are kept at most; 0 keeps only the last.
    init(limit: Int) {
        self.limit = limit
    }

    /// Writes what is kept under the key.
    ///
    /// - Returns: false when there is nothing.
    mutating func write(_ key: Int, to writer: ByteWriter) -> Bool {
        if last?.key != key {
            guard let place = places[key] else { return false }
            last = (key, place)
        }
        guard let place = last?.place else { return false }
        bytes.withUnsafeBufferPointer { writer.write(UnsafeBufferPointer(rebasing: $0[place])) }
        return true
    }

    mutating func keep(_ written: UnsafeBufferPointer<UInt8>, under key: Int) {
        if bytes.count + written.count > limit {
            places.removeAll()
            bytes.removeAll(keepingCapacity: true)
        }
        let place = bytes.count..<bytes.count + written.count
        bytes.append(contentsOf: written)
        places.insert(place, under: key)
        last = (key, place)
    }
}

/// Places by key, found at one or two looks: the keys are small numbers of ours, which nobody can choose so that
/// they collide, and a dictionary would take more time to mix them than all else that a row needs.
private struct PlaceTable {
    private struct Slot {
        var key = 0
        var start: Int32 = 0
        /// Below zero: nothing is here.
        var count: Int32 = -1
    }

    private var slots = [Slot](repeating: Slot(), count: 16)
    private var count = 0

    subscript(key: Int) -> Range<Int>? {
        let slot = slots[slot(of: key)]
        return slot.count < 0 ? nil : Int(slot.start)..<Int(slot.start + slot.count)
    }

    /// - Parameter key: one that is not there yet.
    mutating func insert(_ place: Range<Int>, under key: Int) {
        if (count + 1) * 2 > slots.count { grow() }
        slots[slot(of: key)] = Slot(key: key, start: Int32(place.lowerBound), count: Int32(place.count))
        count += 1
    }

    mutating func removeAll() {
        guard count > 0 else { return }
        for index in slots.indices { slots[index].count = -1 }
        count = 0
    }

    /// Where the key is, or would be.
    private func slot(of key: Int) -> Int {
        let mask = slots.count - 1
        var index = Int(truncatingIfNeeded: (UInt(bitPattern: key) &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while slots[index].count >= 0, slots[index].key != key { index = (index + 1) & mask }
        return index
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: old.count * 2)
        for kept in old where kept.count >= 0 { slots[slot(of: kept.key)] = kept }
    }
}
