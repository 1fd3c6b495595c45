public import Model

/// What is the same for all persons: the groups, what groups hold, and the moment T.
public struct Tenant: Sendable {
    /// A group and what it conveys to its direct members.
    public struct Group: Sendable {
        public let resource: Resource
        /// Whether a rule decides who is a member (`DynamicMembership`).
        public let isDynamic: Bool
        public var appRoles: [AppRoleAssignment] = []
        public var directoryRoles: [DirectoryRoleGrant] = []

        public init(resource: Resource, isDynamic: Bool) {
            self.resource = resource
            self.isDynamic = isDynamic
        }
    }

    public let moment: Instant
    /// In the order of their ids.
    public let groups: [Group]
    public let graph: GroupGraph

    public init(moment: Instant, groups: [Group], graph: GroupGraph) {
        self.moment = moment
        self.groups = groups
        self.graph = graph
    }
}
