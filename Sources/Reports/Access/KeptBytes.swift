/// What cells came to in a format, by the key of what they tell of; forgotten when it grows large.
struct KeptBytes {
    private var places: [Int: Range<Int>] = [:]
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
            places.removeAll(keepingCapacity: true)
            bytes.removeAll(keepingCapacity: true)
        }
        let place = bytes.count..<bytes.count + written.count
        bytes.append(contentsOf: written)
        places[key] = place
        last = (key, place)
    }
}
