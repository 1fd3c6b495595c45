/// Reads a short text byte by byte; every step either takes what it wants or leaves the place as it was.
///
/// Valid as long as the bytes are.
struct ByteScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// Runs `body` on the text of a string.
    static func scan<Result>(_ text: String, _ body: (ByteScanner) -> Result) -> Result {
        var text = text
        return text.withUTF8 { body(ByteScanner($0)) }
    }

    var isAtEnd: Bool {
        position == bytes.count
    }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    /// Exactly `count` digits. A few: made for each place that asks, so that the loop is none.
    @inline(__always)
    mutating func digits(_ count: Int) -> Int? {
        guard position + count <= bytes.count else { return nil }
        var value = 0
        for offset in 0..<count {
            let digit = bytes[position + offset] &- 48
            guard digit < 10 else { return nil }
            value = value &* 10 &+ Int(digit)
        }
        position += count
        return value
    }

    /// As many digits as follow: at least one, at most 18.
    mutating func number() -> Int? {
        var value = 0
        var count = 0
        while let digit = digit(at: position + count) {
            guard count < 18 else { return nil }
            value = value * 10 + digit
            count += 1
        }
        guard count > 0 else { return nil }
        position += count
        return value
    }

    /// The digits behind the point as ticks of 100 ns; those beyond the seventh are cut off.
    mutating func fractionTicks() -> Int64? {
        var value: Int64 = 0
        var count = 0
        while let digit = digit(at: position + count) {
            if count < 7 { value = value * 10 + Int64(digit) }
            count += 1
        }
        guard count > 0 else { return nil }
        position += count
        for _ in min(count, 7)..<7 { value *= 10 }
        return value
    }

    private func digit(at index: Int) -> Int? {
        guard index < bytes.count, bytes[index] &- 48 < 10 else { return nil }
        return Int(bytes[index] - 48)
    }
}
