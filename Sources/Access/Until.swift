public import Model

/// When something ends: a moment, or one of the three ways not to know one (ACCESS.md 3).
public struct Until: Hashable, Sendable, Comparable {
    public let kind: UntilKind
    /// Set exactly when the kind is `date`.
    public let moment: Instant?

    private init(kind: UntilKind, moment: Instant?) {
        self.kind = kind
        self.moment = moment
    }

    /// The end of a schedule: 9999-12-31 means never.
    public static func date(_ moment: Instant) -> Until {
        moment.isNever ? .never : Until(kind: .date, moment: moment)
    }

    public static let never = Until(kind: .never, moment: nil)
    public static let open = Until(kind: .open, moment: nil)
    public static let unknown = Until(kind: .unknown, moment: nil)

    /// Earlier to later: dates by time, then `unknown`, `open`, `never`.
    public static func < (left: Until, right: Until) -> Bool {
        if let leftMoment = left.moment, let rightMoment = right.moment { return leftMoment < rightMoment }
        return left.rank < right.rank
    }

    private var rank: Int {
        switch kind {
        case .date: 0
        case .unknown: 1
        case .open: 2
        case .never: 3
        }
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
