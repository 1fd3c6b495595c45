/// Which objects this import showed: by table, to know what is told twice, and by collection, to close what a
/// collection no longer holds. Four bytes an object.
struct SeenKeys {
    private var collections: [ContiguousArray<UInt32>] = []

    mutating func add(_ key: Int64, to collection: Int64) {
        let index = Int(collection)
        while collections.count <= index { collections.append([]) }
        collections[index].append(UInt32(key))
    }

    mutating func add(_ keys: [Int64], to collection: Int64) {
        let index = Int(collection)
        while collections.count <= index { collections.append([]) }
        collections[index].append(contentsOf: keys.lazy.map { UInt32($0) })
    }

    /// In their order, each once.
    mutating func keys(in collection: Int64) -> ContiguousArray<UInt32> {
        let index = Int(collection)
        guard index < collections.count else { return [] }
        var keys = collections[index]
        collections[index] = []
        keys.sort()
        var kept = 0
        for (place, key) in keys.enumerated() where place == 0 || key != keys[kept - 1] {
            keys[kept] = key
            kept += 1
        }
        keys.removeLast(keys.count - kept)
        collections[index] = keys
        return keys
    }
}

/// A set of numbers that lie close together: a bit each.
struct KeyBits {
    private var words: ContiguousArray<UInt64> = []

    /// - Returns: whether the key was not there.
    mutating func insert(_ key: Int64) -> Bool {
        let (word, bit) = (Int(key >> 6), UInt64(1) << UInt64(key & 63))
        if word >= words.count {
            words.append(contentsOf: repeatElement(0, count: max(word + 1 - words.count, words.count)))
        }
        defer { words[word] |= bit }
        return words[word] & bit == 0
    }

    mutating func insert(_ keys: [Int64]) {
        for key in keys { _ = insert(key) }
    }

    /// In their order.
    var keys: [Int64] {
        var keys: [Int64] = []
        for (place, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                keys.append(Int64(place << 6 + rest.trailingZeroBitCount))
                rest &= rest - 1
            }
        }
        return keys
    }

    func subtracting(_ other: KeyBits) -> KeyBits {
        var bits = self
        for place in 0..<min(words.count, other.words.count) { bits.words[place] &= ~other.words[place] }
        return bits
    }

    func contains(_ key: Int64) -> Bool {
        let word = Int(key >> 6)
        return word < words.count && words[word] & (1 << UInt64(key & 63)) != 0
    }
}
