/// What a row says, as one number by which it is known again.
///
/// A polynomial over the row's bytes modulo 2^61 - 1, at a point that nobody outside the database knows: two rows
/// have the same number in fewer than one of 10^15 cases, whoever wrote them.
public struct RowPrint: Sendable {
    /// The point: 1 ..< 2^61 - 1.
    public let point: UInt64
    private static let prime: UInt64 = 1 << 61 - 1

    public init(point: UInt64) {
        self.point = point
    }

    static func random() -> RowPrint {
        RowPrint(point: .random(in: (1 << 40)..<prime))
    }

    /// - Returns: a number other than 0.
    public func print(of bytes: UnsafeRawBufferPointer) -> UInt64 {
        var value = UInt64(bytes.count)
        var place = 0
        // Seven bytes at a time are less than the prime.
        while place + 8 <= bytes.count {
            let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            value = step(value, UInt64(littleEndian: word) & 0x00FF_FFFF_FFFF_FFFF)
            place += 7
        }
        var rest: UInt64 = 0
        while place < bytes.count {
            rest = rest << 8 | UInt64(bytes[place])
            place += 1
        }
        // The rest may be seven bytes: then it stands in the other order, which is as good.
        return max(step(value, rest), 1)
    }

    private func step(_ value: UInt64, _ next: UInt64) -> UInt64 {
        let product = (value &+ next).multipliedFullWidth(by: point)
        var sum = (product.low & RowPrint.prime) &+ (product.low >> 61 | product.high << 3)
        sum = (sum & RowPrint.prime) &+ (sum >> 61)
        return sum >= RowPrint.prime ? sum - RowPrint.prime : sum
    }
}
