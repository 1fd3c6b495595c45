/// XXH64 over blocks of 32 bytes: any change of any byte changes a lane for good. It tells damage, no forgery.
struct PageSum {
    private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
    private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
    private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
    private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63

    private var lanes = (prime1 &+ prime2, prime2, UInt64(0), 0 &- prime1)
    private var length: UInt64 = 0

    /// - Parameter bytes: a multiple of 32 of them, as all pages are.
    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        var (first, second, third, fourth) = lanes
        var place = 0
        while place + 32 <= bytes.count {
            first = PageSum.round(first, bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            second = PageSum.round(second, bytes.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self))
            third = PageSum.round(third, bytes.loadUnaligned(fromByteOffset: place + 16, as: UInt64.self))
            fourth = PageSum.round(fourth, bytes.loadUnaligned(fromByteOffset: place + 24, as: UInt64.self))
            place += 32
        }
        lanes = (first, second, third, fourth)
        length += UInt64(place)
    }

    var value: Int64 {
        var sum =
            PageSum.turn(lanes.0, 1) &+ PageSum.turn(lanes.1, 7) &+ PageSum.turn(lanes.2, 12)
            &+ PageSum.turn(lanes.3, 18)
        for lane in [lanes.0, lanes.1, lanes.2, lanes.3] {
            sum = (sum ^ PageSum.round(0, lane)) &* PageSum.prime1 &+ PageSum.prime4
        }
        sum &+= length
        sum = (sum ^ (sum >> 33)) &* PageSum.prime2
        sum = (sum ^ (sum >> 29)) &* PageSum.prime3
        return Int64(bitPattern: sum ^ (sum >> 32))
    }

    @inline(__always)
    private static func round(_ lane: UInt64, _ input: UInt64) -> UInt64 {
        turn(lane &+ input.littleEndian &* prime2, 31) &* prime1
    }

    @inline(__always)
    private static func turn(_ value: UInt64, _ bits: UInt64) -> UInt64 {
        (value &<< bits) | (value &>> (64 - bits))
    }
}
