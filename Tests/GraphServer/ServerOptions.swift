import Foundation

/// How the Graph that runs here behaves.
public struct ServerOptions: Sendable {
    /// The application that may sign in, and what it may read.
    public var tenant = "11111111-2222-4333-8444-555555555555"
    public var client = "66666666-7777-4888-9999-aaaaaaaaaaaa"
    public var secret: String?
    /// PEM; its key's signatures are good.
    public var certificate: String?
    /// The workload's token that is good.
    public var federatedToken: String?
    public var roles: Set<String> = ServerOptions.allRoles
    public var hasPremiumLicence = true
    /// Seconds that a token lives.
    public var tokenLife = 3600.0
    /// Objects on a page where the request says nothing, and at most.
    public var pageSize = 100
    public var largestPage = 999
    /// Units per 10 seconds, and requests per 10 seconds of audit logs; nil: no throttle.
    public var directoryLimit: Int?
    public var reportsLimit: Int?
    /// Whether answers of 429 carry Retry-After.
    public var saysRetryAfter = true
    public var faults: FaultPlan?
    /// Seconds that a link to changes is good, and the answer to one that no longer is.
    public var deltaLife = 7 * 86_400.0
    public var deadDeltaStatus = 400
    /// Ids of objects that go as soon as they have been listed; of those that are hidden only what hangs on them.
    public var vanishing: Set<String> = []
    public var hidden: Set<String> = []
    /// Whether there are no links to changes, as in some tenants.
    public var refusesDelta = false
    /// Ids whose changes are never told.
    public var untold: Set<String> = []
    /// Where to write a line for each request.
    public var log: String?

    public init() {}

    public static let allRoles: Set<String> = [
        "EntitlementManagement.Read.All", "AccessReview.Read.All", "User.Read.All", "GroupMember.Read.All",
        "Application.Read.All", "AuditLog.Read.All", "Organization.Read.All", "RoleManagement.Read.Directory",
        "RoleAssignmentSchedule.Read.Directory", "RoleEligibilitySchedule.Read.Directory",
        "PrivilegedAssignmentSchedule.Read.AzureADGroup", "PrivilegedEligibilitySchedule.Read.AzureADGroup",
    ]
}

/// The clock of the server; a test gives it the one of the client.
public struct ServerClock: Sendable {
    /// Seconds since 1970.
    public let now: @Sendable () -> Double
    public let sleep: @Sendable (Double) async throws -> Void

    public init(
        now: @escaping @Sendable () -> Double, sleep: @escaping @Sendable (Double) async throws -> Void
    ) {
        self.now = now
        self.sleep = sleep
    }

    public static let real = ServerClock(
        now: { Date().timeIntervalSince1970 }, sleep: { try await Task.sleep(for: .seconds($0)) })
}
