/// Ids and their numbers in memory: 24 bytes an id and, for the places, at most eight more.
struct IdentTable {
    private struct Entry {
        let id: PackedId
        let key: Int64
    }

    /// Grown piece by piece, so that growing copies nothing.
    private var blocks: [ContiguousArray<Entry>] = []
    /// The number of an entry, from 1; 0 where none is. Their count is a power of two.
    private var places: ContiguousArray<UInt32>
    private(set) var count = 0
    /// Ids come from outside: nobody can choose those that share a place.
    private let seeds = (UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max))
    private static let blockSize = 1 << 15

    /// - Parameter capacity: how many ids there will be, as far as that is known.
    init(capacity: Int = 0) {
        var size = 1 << 12
        while size < 2 * capacity { size *= 2 }
        places = ContiguousArray(repeating: 0, count: size)
    }

    func key(of id: PackedId) -> Int64? {
        let mask = places.count - 1
        var place = start(of: id) & mask
        while places[place] != 0 {
            let entry = entry(places[place])
            if entry.id == id { return entry.key }
            place = (place + 1) & mask
        }
        return nil
    }

    /// Looks many ids up at once: what is far away in memory comes side by side instead of one after the other.
    ///
    /// - Parameter take: told of each id that is known.
    func numberAll(_ total: Int, id: (Int) -> PackedId, take: (Int, Int64) -> Void) {
        let mask = places.count - 1
        var numbers = ContiguousArray<UInt32>(repeating: 0, count: min(total, Self.atOnce))
        for first in stride(from: 0, to: total, by: Self.atOnce) {
            let some = min(Self.atOnce, total - first)
            for index in 0..<some { numbers[index] = places[start(of: id(first + index)) & mask] }
            for index in 0..<some where numbers[index] != 0 {
                let id = id(first + index)
                let entry = entry(numbers[index])
                if entry.id == id {
                    take(first + index, entry.key)
                } else if let key = key(of: id) {
                    take(first + index, key)
                }
            }
        }
    }

    private static let atOnce = 1024

    /// - Precondition: the id is not there.
    mutating func insert(_ id: PackedId, key: Int64) {
        if 2 * count >= places.count { enlarge() }
        if count % Self.blockSize == 0 {
            var block = ContiguousArray<Entry>()
            block.reserveCapacity(Self.blockSize)
            blocks.append(block)
        }
        blocks[blocks.count - 1].append(Entry(id: id, key: key))
        count += 1
        take(id, UInt32(count))
    }

    private func entry(_ number: UInt32) -> Entry {
        let index = Int(number) - 1
        return blocks[index / Self.blockSize][index % Self.blockSize]
    }

    private mutating func take(_ id: PackedId, _ number: UInt32) {
        let mask = places.count - 1
        var place = start(of: id) & mask
        while places[place] != 0 { place = (place + 1) & mask }
        places[place] = number
    }

    private mutating func enlarge() {
        places = ContiguousArray(repeating: 0, count: 2 * places.count)
        for number in 1..<UInt32(count + 1) { take(entry(number).id, number) }
    }

    private func start(of id: PackedId) -> Int {
        // Both halves of both products: ids may differ in their first bits only.
        let mixed = (id.high ^ seeds.0).multipliedFullWidth(by: id.low ^ seeds.1)
        let folded = (mixed.high ^ mixed.low).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return Int(truncatingIfNeeded: folded.high ^ folded.low)
    }
}
