/// The closed vocabularies of the access rows (ACCESS.md 1–5). Their raw values are the words in the data.

/// A person is what holds access: devices and contacts are none.
public enum PersonType: String, Sendable, CaseIterable {
    case guest, member, servicePrincipal, unknown
}

/// What the directory says of a person's account (ACCESS.md 2).
public enum PersonState: String, Sendable, CaseIterable {
    case enabled, disabled, deleted, notInDirectory, unknown
}

/// What can be reached.
public enum ResourceType: String, Sendable, CaseIterable {
    case group, application, site, directoryRole, other, unknown
}

/// One reason why a person holds a role (ACCESS.md 3).
public enum GrantKind: String, Sendable, CaseIterable {
    case package, direct, dynamicRule, nestedGroup, groupAssignment, roleAssignment, roleEligibility
}

public enum UntilKind: String, Sendable, CaseIterable {
    case date, never, open, unknown
}

/// Who states the end.
public enum UntilSource: String, Sendable, CaseIterable {
    case assignment, policy, membership, none
}

public enum GrantStatus: String, Sendable, CaseIterable {
    case active, delivering, overdue, scheduled, eligible, ended, failed

    /// Whether the grant conveys access now: `active`, `delivering` or `overdue`.
    public var isLive: Bool {
        self == .active || self == .delivering || self == .overdue
    }

    /// Whether the `access` report shows the grant without `--all`.
    public var isShownByDefault: Bool {
        isLive || self == .scheduled || self == .eligible
    }
}

/// Whether the directory shows what a package grants.
public enum InEffect: String, Sendable, CaseIterable {
    case yes, no, unknown
}

public enum Approval: String, Sendable, CaseIterable {
    case approved, notRequired, bypassed, unknown
}

/// Which field of a user's sign-in activity was used.
public enum SignInKind: String, Sendable, CaseIterable {
    case success, attempt, never, unknown
}
