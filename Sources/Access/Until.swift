public import Model

/// When something ends: a moment, or one of the three ways not to know one (ACCESS.md 3).
///
/// Kept as one number in the order from earlier to later: dates by time, then `unknown`, `open`, `never`.
public struct Until: Hashable, Sendable, Comparable {
    private let rank: Int64

    /// The end of a schedule: 9999-12-31 means never.
    public static func date(_ moment: Instant) -> Until {
        moment.isNever ? .never : Until(rank: moment.ticks)
    }

    public static let never = Until(rank: .max)
    public static let open = Until(rank: .max - 1)
    public static let unknown = Until(rank: .max - 2)

    public var kind: UntilKind {
        switch self {
        case .never: .never
        case .open: .open
        case .unknown: .unknown
        default: .date
        }
    }

    /// Set exactly when the kind is `date`.
    public var moment: Instant? {
        self < .unknown ? Instant(ticks: rank) : nil
    }

    public static func < (left: Until, right: Until) -> Bool {
        left.rank < right.rank
    }
}

/// An end together with who states it.
public struct StatedUntil: Hashable, Sendable {
    public let until: Until
    public let source: UntilSource

    public init(_ until: Until, _ source: UntilSource) {
        self.until = until
        self.source = source
    }

    /// No end is set: it lasts until somebody removes it.
    public static let open = StatedUntil(.open, .none)

    /// What a group conveys lasts no longer than the membership; where both are alike, the grant's own end
    /// is named.
    public func limited(by membership: Until) -> StatedUntil {
        membership < until ? .membership(membership) : self
    }

    public static func membership(_ until: Until) -> StatedUntil {
        StatedUntil(until, until.kind == .open ? .none : .membership)
    }
}

/// The later of two that may not be there.
func latest<Moment: Comparable>(_ left: Moment?, _ right: Moment?) -> Moment? {
    guard let left, let right else { return left ?? right }
    return max(left, right)
}
