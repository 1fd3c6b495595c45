/// Which requests go wrong, and how: the same seed, the same faults in the order of the requests.
public struct FaultPlan: Sendable {
    public enum Fault: String, Sendable, CaseIterable {
        case throttle, throttleSilent, failure, unavailable, cut, cutHead, slow
        case oldToken, repeatedLink, expiredToken, emptyPage, notJSON
    }

    /// Of each hundred requests so many go wrong.
    public var percent: Int
    public var kinds: [Fault]
    /// Paths that always fail, by what they contain.
    public var hopeless: [String]
    /// A path fails at most so often, so that the plan can succeed.
    public var mostPerPath = 3
    private var random: SplitMix
    private var counts: [String: Int] = [:]

    public init(
        seed: UInt64, percent: Int = 20, kinds: [Fault] = Fault.allCases, hopeless: [String] = []
    ) {
        self.percent = percent
        self.kinds = kinds
        self.hopeless = hopeless
        random = SplitMix(state: seed)
    }

    /// - Parameter path: without its query.
    mutating func next(_ path: String, isBatch: Bool) -> Fault? {
        if hopeless.contains(where: { path.contains($0) }) { return .failure }
        guard !kinds.isEmpty, Int(random.next() % 100) < percent, counts[path, default: 0] < mostPerPath
        else {
            return nil
        }
        let fault = kinds[Int(random.next() % UInt64(kinds.count))]
        counts[path, default: 0] += 1
        return fault
    }

    /// A number from 0 up to 1.
    mutating func fraction() -> Double {
        Double(random.next() >> 11) / Double(1 << 53)
    }
}

/// The generator of Steele, Lea and Flood (2014).
struct SplitMix: Sendable {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
