/// A permission of Microsoft Graph, by its name.
public struct Permission: Sendable, Hashable, Comparable {
    public let name: String
    /// Others that allow the same, and more.
    let others: [String]

    init(_ name: String, or others: String...) {
        self.name = name
        self.others = others
    }

    public static func < (left: Permission, right: Permission) -> Bool { left.name < right.name }

    /// Whether one of the permissions held allows it.
    public func isGranted(by held: some Sequence<String>) -> Bool {
        let names = Set([name] + others)
        return held.contains { names.contains($0) }
    }

    // The least that reads each (PERMISSIONS.md, column "least application").
    static let organization = Permission(
        "Organization.Read.All", or: "Directory.Read.All", "Organization.ReadWrite.All",
        "Directory.ReadWrite.All")
    static let users = Permission(
        "User.Read.All", or: "User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All")
    static let groups = Permission(
        "GroupMember.Read.All", or: "Group.Read.All", "Directory.Read.All", "GroupMember.ReadWrite.All",
        "Group.ReadWrite.All", "Directory.ReadWrite.All")
    static let applications = Permission(
        "Application.Read.All", or: "Directory.Read.All", "Application.ReadWrite.All",
        "Directory.ReadWrite.All")
    static let audits = Permission("AuditLog.Read.All")
    static let entitlement = Permission(
        "EntitlementManagement.Read.All", or: "EntitlementManagement.ReadWrite.All")
    static let reviews = Permission("AccessReview.Read.All", or: "AccessReview.ReadWrite.All")
    static let roles = Permission(
        "RoleManagement.Read.Directory", or: "RoleManagement.ReadWrite.Directory", "Directory.Read.All",
        "Directory.ReadWrite.All")
    static let roleSchedules = Permission(
        "RoleAssignmentSchedule.Read.Directory", or: "RoleAssignmentSchedule.ReadWrite.Directory",
        "RoleManagement.Read.All", "RoleManagement.Read.Directory", "RoleManagement.ReadWrite.Directory")
    static let roleEligibility = Permission(
        "RoleEligibilitySchedule.Read.Directory", or: "RoleEligibilitySchedule.ReadWrite.Directory",
        "RoleManagement.Read.All", "RoleManagement.Read.Directory", "RoleManagement.ReadWrite.Directory")
    static let groupSchedules = Permission(
        "PrivilegedAssignmentSchedule.Read.AzureADGroup",
        or: "PrivilegedAssignmentSchedule.ReadWrite.AzureADGroup")
    static let groupEligibility = Permission(
        "PrivilegedEligibilitySchedule.Read.AzureADGroup",
        or: "PrivilegedEligibilitySchedule.ReadWrite.AzureADGroup")
}
