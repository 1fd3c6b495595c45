import Model

/// Numbers the roles on resources of a tenant: the same role is the same object, wherever it is named.
public final class RoleBook {
    private var known: [RoleKey: [ResourceRole]] = [:]
    private var count = 0

    public init() {}

    public func role(_ role: Role, on resource: Resource) -> ResourceRole {
        let key = RoleKey(resource, roleId: role.id)
        let same = known[key] ?? []
        if let found = same.first(where: { $0.isCalled(role.name, resource.name) }) { return found }
        let made = ResourceRole(role, on: resource, place: count, number: same.first?.number ?? known.count)
        count += 1
        known[key] = same + [made]
        return made
    }
}

extension ResourceRole {
    /// Packages may call one role by different names.
    fileprivate func isCalled(_ roleName: String, _ resourceName: String?) -> Bool {
        ExactText(role.name) == ExactText(roleName)
            && resource.name.map(ExactText.init) == resourceName.map(ExactText.init)
    }
}
