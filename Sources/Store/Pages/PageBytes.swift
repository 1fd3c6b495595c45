/// Numbers as bytes, small ones as one byte.
public struct PageBytes {
    public private(set) var bytes: [UInt8] = []

    public init() {}

    public mutating func append(_ number: Int) {
        var rest = UInt(bitPattern: number)
        while rest >= 128 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 128)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// Numbers that have nothing in common, eight bytes each.
    public mutating func append(prints: [UInt64]) {
        for print in prints {
            withUnsafeBytes(of: print.littleEndian) { bytes.append(contentsOf: $0) }
        }
    }

    /// Keys, of which one is often near the one before.
    public mutating func append(keys: [Int64]) {
        append(keys.count)
        var before: Int64 = 0
        for key in keys {
            let step = key - before
            append(Int(step << 1 ^ step >> 63))
            before = key
        }
    }
}

/// Reads what `PageBytes` wrote.
public struct PageReader {
    private let bytes: [UInt8]
    private var place = 0

    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    public var isAtEnd: Bool { place >= bytes.count }

    /// 0 behind the end.
    public mutating func number() -> Int {
        let (value, next) = bytes.withUnsafeBufferPointer { PageReader.number($0, at: place) }
        place = next
        return Int(truncatingIfNeeded: value)
    }

    private static func number(
        _ bytes: UnsafeBufferPointer<UInt8>, at start: Int
    ) -> (value: UInt64, next: Int) {
        var (value, shift, place): (UInt64, UInt64, Int) = (0, 0, start)
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            value |= UInt64(byte & 127) << shift
            if byte < 128 { break }
            shift += 7
        }
        return (value, place)
    }

    public mutating func prints(count: Int) -> [UInt64] {
        guard place + 8 * count <= bytes.count else { return [] }
        defer { place += 8 * count }
        return bytes.withUnsafeBytes { bytes in
            (0..<count).map {
                UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place + 8 * $0, as: UInt64.self))
            }
        }
    }

    public mutating func keys() -> [Int64] {
        let count = min(number(), bytes.count - place)
        var keys: [Int64] = []
        keys.reserveCapacity(count)
        place = bytes.withUnsafeBufferPointer { bytes in
            var (place, key) = (place, Int64(0))
            for _ in 0..<count {
                let (step, next) = PageReader.number(bytes, at: place)
                place = next
                key &+= Int64(bitPattern: step >> 1) ^ -Int64(bitPattern: step & 1)
                keys.append(key)
            }
            return place
        }
        return keys
    }
}
