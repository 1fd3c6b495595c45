/// The groups in between, from the person's side up to, but without, the group that is reached.
public final class GroupPath: Sendable {
    public let groups: [GroupGraph.Index]
    /// Tells it from every other path of its resolver, so that what was made of it can be kept.
    public let number: Int

    init(_ groups: [GroupGraph.Index], number: Int) {
        self.groups = groups
        self.number = number
    }
}

/// How a person came into the group that conveys something.
public enum Entrance: Sendable, Hashable {
    /// By itself, or by its rule.
    case member, rule
    /// By a package of this name.
    case package(String)
    /// By a package that ended after the membership was seen.
    case endedPackage(String)
    /// By an activation that PIM for Groups tells of; or by one that may yet come.
    case activated, eligible
}
