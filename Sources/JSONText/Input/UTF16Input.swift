/// UTF-16 as UTF-8, byte order mark included.
///
/// An unpaired surrogate becomes three bytes in the manner of UTF-8, and an odd last byte becomes 0xFF:
/// neither is valid UTF-8, so that the text is refused at that place.
final class UTF16Input: ByteInput {
    enum Order { case littleEndian, bigEndian }

    private let source: any ByteInput
    private let order: Order
    private let units = ByteBlock(count: 1 << 16)
    /// Three bytes for every unit, and for a surrogate left over from the piece before.
    private let output = ByteBlock(count: 3 << 15 | 16)
    private var produced = 0
    private var delivered = 0
    private var highSurrogate: UInt16?

    init(source: any ByteInput, order: Order) {
        self.source = source
        self.order = order
    }

    func rewind() throws(JSONTextError) {
        try source.rewind()
        produced = 0
        delivered = 0
        highSurrogate = nil
    }

    func read(into target: UnsafeMutableRawBufferPointer) throws(JSONTextError) -> Int {
        while delivered == produced {
            guard try refill() else { return 0 }
        }
        let count = min(target.count, produced - delivered)
        target.copyMemory(from: UnsafeRawBufferPointer(output[delivered..<(delivered + count)]))
        delivered += count
        return count
    }

    private func refill() throws(JSONTextError) -> Bool {
        produced = 0
        delivered = 0
        // Full unless the source ends: only the last piece can have an odd number of bytes.
        let count = try source.readFully(into: units.bytes)
        for index in stride(from: 0, to: count - 1, by: 2) {
            append(unit(units.bytes[index], units.bytes[index + 1]))
        }
        if count < units.bytes.count, let high = highSurrogate {
            highSurrogate = nil
            appendThree(high)
        }
        if count % 2 == 1 { append(byte: 0xFF) }
        return count > 0
    }

    private func unit(_ first: UInt8, _ second: UInt8) -> UInt16 {
        switch order {
        case .littleEndian: UInt16(second) << 8 | UInt16(first)
        case .bigEndian: UInt16(first) << 8 | UInt16(second)
        }
    }

    private func append(_ unit: UInt16) {
        if let high = highSurrogate {
            highSurrogate = nil
            guard !UTF16.isTrailSurrogate(unit) else { return appendPair(high, unit) }
            appendThree(high)
        }
        switch unit {
        case 0..<0x80:
            append(byte: UInt8(truncatingIfNeeded: unit))
        case 0x80..<0x800:
            append(byte: 0xC0 | UInt8(truncatingIfNeeded: unit >> 6))
            append(byte: 0x80 | UInt8(truncatingIfNeeded: unit & 0x3F))
        case 0xD800..<0xDC00:
            highSurrogate = unit
        default:
            appendThree(unit)
        }
    }

    private func appendThree(_ unit: UInt16) {
        append(byte: 0xE0 | UInt8(truncatingIfNeeded: unit >> 12))
        append(byte: 0x80 | UInt8(truncatingIfNeeded: unit >> 6 & 0x3F))
        append(byte: 0x80 | UInt8(truncatingIfNeeded: unit & 0x3F))
    }

    private func appendPair(_ high: UInt16, _ low: UInt16) {
        let scalar = 0x10000 + (UInt32(high & 0x3FF) << 10 | UInt32(low & 0x3FF))
        append(byte: 0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
        append(byte: 0x80 | UInt8(truncatingIfNeeded: scalar >> 12 & 0x3F))
        append(byte: 0x80 | UInt8(truncatingIfNeeded: scalar >> 6 & 0x3F))
        append(byte: 0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
    }

    private func append(byte: UInt8) {
        output.bytes[produced] = byte
        produced += 1
    }
}
