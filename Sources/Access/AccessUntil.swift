import Model

/// When a person's access to a resource role ends over all ways to it (ACCESS.md 3, accessUntil).
enum AccessUntil {
    private struct Key: Hashable {
        let role: RoleKey
        let scope: ExactText?
        let isEligibility: Bool
    }

    static func fill(_ grants: inout [Grant]) {
        var latest: [Key: Until] = [:]
        for grant in grants {
            guard let key = key(of: grant), let until = contribution(of: grant) else { continue }
            latest[key] = latest[key].map { max($0, until) } ?? until
        }
        for index in grants.indices {
            // Without a resource a row stands for itself.
            grants[index].accessUntil =
                key(of: grants[index]).map { latest[$0] } ?? contribution(of: grants[index])
        }
    }

    private static func key(of grant: Grant) -> Key? {
        guard let resource = grant.resource, let role = grant.role else { return nil }
        return Key(
            role: RoleKey(resource, roleId: role.id), scope: grant.roleScope.map(ExactText.init),
            isEligibility: grant.kind == .roleEligibility)
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
        for index in grants.indices {
            grants[index].accessUntil = contribution(of: grants[index])
        }
    }
}
