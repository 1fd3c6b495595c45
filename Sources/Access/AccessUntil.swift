import Model

/// When a person's access to a resource role ends over all ways to it (ACCESS.md 3, accessUntil).
struct AccessUntil: Sendable {
    /// A directory role within a scope, or one that can be activated: joined apart.
    private struct Scoped: Hashable {
        let number: Int
        let scope: ExactText?
        let isEligibility: Bool

        init?(_ held: ResourceRole, _ scope: String?, _ kind: GrantKind) {
            isEligibility = kind == .roleEligibility
            guard scope != nil || isEligibility else { return nil }
            number = held.number
            self.scope = scope.map(ExactText.init)
        }
    }

    private var latest = RoleTable<Until>()
    private var latestScoped: [Scoped: Until] = [:]

    mutating func fill(_ places: [Int], of grants: inout [Grant]) {
        latest.removeAll()
        if !latestScoped.isEmpty { latestScoped.removeAll() }
        for place in places {
            let until = AccessUntil.contribution(grants[place].status, grants[place].until)
            guard let until, let held = grants[place].held else { continue }
            if let scoped = Scoped(held, grants[place].roleScope, grants[place].kind) {
                latestScoped[scoped] = max(latestScoped[scoped] ?? until, until)
            } else {
                latest[held] = max(latest[held] ?? until, until)
            }
        }
        for place in places {
            // Without a resource a row stands for itself.
            guard let held = grants[place].held else {
                grants[place].accessUntil = AccessUntil.contribution(
                    grants[place].status, grants[place].until)
                continue
            }
            let scoped = Scoped(held, grants[place].roleScope, grants[place].kind)
            grants[place].accessUntil = scoped.map { latestScoped[$0] } ?? latest[held]
        }
    }

    /// What ended, failed or is over conveys nothing.
    private static func contribution(_ status: GrantStatus, _ until: StatedUntil) -> Until? {
        switch status {
        case .active, .delivering, .overdue, .scheduled, .eligible: until.until
        case .ended, .failed: nil
        }
    }

    /// A row without a person stands for itself: nobody knows whose ways would be joined.
    static func separate(_ places: [Int], of grants: inout [Grant]) {
        for place in places {
            grants[place].accessUntil = contribution(grants[place].status, grants[place].until)
        }
    }
}
