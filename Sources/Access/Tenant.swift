public import Model

/// What is the same for all persons: the groups, what groups hold, and the moment T.
public final class Tenant: Sendable {
    /// A group and what it conveys to its direct members.
    public struct Group: Sendable {
        /// What its members and its owners hold.
        public let member: ResourceRole
        public let owner: ResourceRole
        /// Whether a rule decides who is a member (`DynamicMembership`).
        public let isDynamic: Bool
        public var appRoles: [AppRoleAssignment] = []
        public var directoryRoles: [DirectoryRoleGrant] = []
        /// The groups that its members can activate a membership or ownership of.
        public var eligibilities: [GroupSchedule] = []

        public var resource: Resource { member.resource }

        public init(resource: Resource, isDynamic: Bool, in book: RoleBook) {
            member = book.role(.member(of: resource.id), on: resource)
            owner = book.role(.owner(of: resource.id), on: resource)
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
