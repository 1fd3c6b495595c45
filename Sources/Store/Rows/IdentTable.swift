/// Ids and their numbers in memory: 16 bytes an id and, for the places, at most eight more.
struct IdentTable {
    /// Grown piece by piece, so that growing copies nothing.
    private var blocks: [ContiguousArray<PackedId>] = []
    /// The key of each id, in their order, which never comes near 32 bits; empty while they are 1, 2, 3 and so on, as
    /// those of a new database are.
    private var keys: ContiguousArray<UInt32> = []
    /// The place of an id in their order, from 1; 0 where none is. Their count is a power of two.
    private var places: ContiguousArray<UInt32>
    private(set) var count = 0
    /// Ids come from outside: nobody can choose those that share a place.
    private let seeds = (UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max))
    private static let blockSize = 1 << 15

    /// - Parameter capacity: how many ids there will be, as far as that is known.
    init(capacity: Int = 0) {
        var size = 1 << 12
        while 2 * size <= 3 * capacity { size *= 2 }
        places = ContiguousArray(repeating: 0, count: size)
    }

    func key(of id: PackedId) -> Int64? {
        let mask = places.count - 1
        var place = start(of: id) & mask
        while places[place] != 0 {
            let number = places[place]
            if self.id(number) == id { return key(number) }
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
                if self.id(numbers[index]) == id {
                    take(first + index, key(numbers[index]))
                } else if let key = key(of: id) {
                    take(first + index, key)
                }
            }
        }
    }

    private static let atOnce = 1024

    /// - Precondition: the id is not there.
    mutating func insert(_ id: PackedId, key: Int64) {
        if 3 * count >= 2 * places.count { enlarge() }
        if count % Self.blockSize == 0 {
            var block = ContiguousArray<PackedId>()
            block.reserveCapacity(Self.blockSize)
            blocks.append(block)
        }
        blocks[blocks.count - 1].append(id)
        if keys.isEmpty, key != count + 1 { keys = ContiguousArray((0..<count).map { UInt32($0 + 1) }) }
        count += 1
        if !keys.isEmpty || key != count { keys.append(UInt32(key)) }
        take(id, UInt32(count))
    }

    private func id(_ number: UInt32) -> PackedId {
        let index = Int(number) - 1
        return blocks[index / Self.blockSize][index % Self.blockSize]
    }

    private func key(_ number: UInt32) -> Int64 {
        keys.isEmpty ? Int64(number) : Int64(keys[Int(number) - 1])
    }

    private mutating func take(_ id: PackedId, _ number: UInt32) {
        let mask = places.count - 1
        var place = start(of: id) & mask
        while places[place] != 0 { place = (place + 1) & mask }
        places[place] = number
    }

    private mutating func enlarge() {
        places = ContiguousArray(repeating: 0, count: 2 * places.count)
        for number in 1..<UInt32(count + 1) { take(id(number), number) }
    }

    private func start(of id: PackedId) -> Int {
        // Both halves of both products: ids may differ in their first bits only.
        let mixed = (id.high ^ seeds.0).multipliedFullWidth(by: id.low ^ seeds.1)
        let folded = (mixed.high ^ mixed.low).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return Int(truncatingIfNeeded: folded.high ^ folded.low)
    }
}
