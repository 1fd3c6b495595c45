import Synchronization

/// Hands out the entries of an archive in an order of one's own, although it can only be read from its beginning.
///
/// The order in which they will be asked for is known. While the archive goes by, those that come soon are held,
/// up to a bound; only for one that went by too early the archive is opened anew. One whose entries come in about
/// that order is read once. Several threads may ask, each entry once.
public final class ArchiveShelf: Sendable {
    /// The bytes of an entry, held as long as somebody has them.
    public final class Bytes: @unchecked Sendable {
        // Written before it is handed out, and never again.
        fileprivate let block: Block
        public var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(block.bytes) }

        fileprivate init(count: Int) { block = Block(count: count) }
    }

    private struct State: ~Copyable {
        /// Not sent anywhere: it is used under the lock only.
        var reader: ArchiveReader?
        /// The entry that goes by next.
        var position = 0
        var held: [Int: Bytes] = [:]
        var isTaken: [Bool]
    }

    let contents: ArchiveContents
    /// The places of entries in the order in which they are asked for.
    private let order: [Int]
    /// How many bytes come before a place in that order.
    private let before: [Int]
    /// By the position in the archive, the place in that order.
    private let rank: [Int: Int]
    private let state: Mutex<State>
    /// Larger entries are not held, but read by `ArchiveEntryReader`.
    private let largest: Int
    /// So many bytes that are asked for soon are held.
    private static let heldSize = 48 << 20

    /// - Parameters:
    ///   - order: the places of entries among those of the contents, in the order in which they are asked for.
    ///   - largest: the size up to which entries are held.
    public init(_ contents: ArchiveContents, order: [Int], largest: Int) {
        self.contents = contents
        self.order = order
        self.largest = largest
        var (before, rank) = ([0], [Int: Int]())
        for (place, index) in order.enumerated() {
            let entry = contents.entries[index]
            rank[entry.position] = place
            before.append(before[place] + (entry.size <= largest ? entry.size : 0))
        }
        self.before = before
        self.rank = rank
        state = Mutex(State(isTaken: Array(repeating: false, count: order.count)))
    }

    /// The bytes of the entry at a place of the order.
    public func bytes(at place: Int) throws -> Bytes {
        let entry = contents.entries[order[place]]
        return try state.withLock { state in
            state.isTaken[place] = true
            if let bytes = state.held.removeValue(forKey: place) { return bytes }
            if state.reader == nil || state.position > entry.position {
                try checkUnchanged()
                state.reader = try ArchiveReader(path: contents.path)
            }
            while let head = try state.reader?.next() {
                state.position = head.position + 1
                guard let other = rank[head.position], try isSoon(other, place, state.isTaken) else {
                    continue
                }
                let bytes = try read(order[other], state.reader)
                if other == place { return bytes }
                state.held[other] = bytes
            }
            throw ArchiveFault.notHeld(entry: entry.name)
        }
    }

    func checkUnchanged() throws {
        guard try ArchiveVersion(path: contents.path) == contents.version else { throw ArchiveFault.changed }
    }

    /// Whether what goes by is what is wanted, or will be soon.
    private func isSoon(_ place: Int, _ wanted: Int, _ isTaken: [Bool]) throws -> Bool {
        if place == wanted { return true }
        guard contents.entries[order[place]].size <= largest, !isTaken[place] else { return false }
        return before[place + 1] - before[min(place, wanted)] <= ArchiveShelf.heldSize
    }

    private func read(_ index: Int, _ reader: ArchiveReader?) throws -> Bytes {
        let entry = contents.entries[index]
        let bytes = Bytes(count: entry.size)
        var count = 0
        while let reader, count < entry.size {
            let rest = UnsafeMutableRawBufferPointer(rebasing: bytes.block.bytes[count...])
            let added = try reader.read(into: rest, of: entry.name)
            guard added > 0 else { break }
            count += added
        }
        guard count == entry.size else { throw ArchiveFault.changed }
        return bytes
    }
}
