import Model

/// When a person's access to a resource role ends over all ways to it (ACCESS.md 3, accessUntil).
struct AccessUntil: Sendable {
    /// A directory role within a scope, or one that can be activated: joined apart.
    private struct Scoped: Hashable {
        let number: Int
        let scope: ExactText?
        let isEligibility: Bool

        init(_ grant: Grant) {
            number = grant.number
            scope = grant.roleScope.map(ExactText.init)
            isEligibility = grant.kind == .roleEligibility
        }
    }

    private var latest = RoleTable<Until>()
    private var latestScoped: [Scoped: Until] = [:]

    mutating func fill(_ places: [Int], of grants: inout [Grant]) {
        latest.removeAll()
        if !latestScoped.isEmpty { latestScoped.removeAll() }
        for place in places where grants[place].number >= 0 {
            let until = AccessUntil.contribution(grants[place].status, grants[place].until)
            guard let until else { continue }
            if grants[place].isScoped {
                let scoped = Scoped(grants[place])
                latestScoped[scoped] = max(latestScoped[scoped] ?? until, until)
            } else {
                let number = grants[place].number
                latest[number] = max(latest[number] ?? until, until)
            }
        }
        for place in places {
            if grants[place].number < 0 {
                // Without a resource a row stands for itself.
                grants[place].accessUntil = AccessUntil.contribution(
                    grants[place].status, grants[place].until)
            } else if grants[place].isScoped {
                grants[place].accessUntil = latestScoped[Scoped(grants[place])]
            } else {
                grants[place].accessUntil = latest[grants[place].number]
            }
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
