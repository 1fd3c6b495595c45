import Model

/// When a person's access to a resource role ends over all ways to it (ACCESS.md 3, accessUntil).
struct AccessUntil: Sendable {
    /// A directory role within a scope, or one that can be activated: joined apart.
    private struct Scoped: Hashable {
        let number: Int
        let scope: ExactText?
        let isEligibility: Bool

        init?(_ grant: Grant, _ held: ResourceRole) {
            guard grant.roleScope != nil || grant.kind == .roleEligibility else { return nil }
            number = held.number
            scope = grant.roleScope.map(ExactText.init)
            isEligibility = grant.kind == .roleEligibility
        }
    }

    private var latest = RoleTable<Until>()
    private var latestScoped: [Scoped: Until] = [:]

    mutating func fill(_ grants: inout [Grant]) {
        latest.removeAll()
        if !latestScoped.isEmpty { latestScoped.removeAll() }
        for place in grants.indices {
            guard let held = grants[place].held,
                let until = AccessUntil.contribution(of: grants[place])
            else { continue }
            if let scoped = Scoped(grants[place], held) {
                latestScoped[scoped] = max(latestScoped[scoped] ?? until, until)
            } else {
                latest[held] = max(latest[held] ?? until, until)
            }
        }
        for place in grants.indices {
            // Without a resource a row stands for itself.
            guard let held = grants[place].held else {
                grants[place].accessUntil = AccessUntil.contribution(of: grants[place])
                continue
            }
            grants[place].accessUntil =
                Scoped(grants[place], held).map { latestScoped[$0] } ?? latest[held]
        }
    }

    /// What ended, failed or is over conveys nothing.
    private static func contribution(of grant: Grant) -> Until? {
        switch grant.status {
        case .active, .delivering, .overdue, .scheduled, .eligible: grant.until.until
        case .ended, .failed: nil
        }
    }

    /// A row without a person stands for itself: nobody knows whose ways would be joined.
    static func separate(_ grants: inout [Grant]) {
        for place in grants.indices {
            grants[place].accessUntil = contribution(of: grants[place])
        }
    }
}
