import Model

// Small numbers for words, to make keys of.

extension GrantKind {
    /// 0…6
    var number: Int {
        switch self {
        case .package: 0
        case .direct: 1
        case .dynamicRule: 2
        case .nestedGroup: 3
        case .groupAssignment: 4
        case .roleAssignment: 5
        case .roleEligibility: 6
        }
    }
}

extension UntilKind {
    /// 0…3
    var number: Int {
        switch self {
        case .date: 0
        case .never: 1
        case .open: 2
        case .unknown: 3
        }
    }
}

extension UntilSource {
    /// 0…3
    var number: Int {
        switch self {
        case .assignment: 0
        case .policy: 1
        case .membership: 2
        case .none: 3
        }
    }
}

extension GrantStatus {
    /// 0…6
    var number: Int {
        switch self {
        case .active: 0
        case .delivering: 1
        case .overdue: 2
        case .scheduled: 3
        case .eligible: 4
        case .ended: 5
        case .failed: 6
        }
    }
}

extension InEffect {
    /// 0…2
    var number: Int {
        switch self {
        case .yes: 0
        case .no: 1
        case .unknown: 2
        }
    }
}
