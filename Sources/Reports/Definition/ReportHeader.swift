public import Model
import Resolution

/// What a report says of itself: of whom, as of when, from which observations, how complete.
public struct ReportHeader: Sendable, Equatable {
    /// The moment at which everything is judged.
    public let asOf: Instant
    /// The moment of writing; the same input and the same moment give the same bytes.
    public let generatedAt: Instant
    /// Nil where the organization was not imported.
    public let tenant: Tenant?
    /// The imports that were looked at, in order.
    public let snapshots: [Snapshot]
    /// Each collection that the report needs.
    public let completeness: [Completeness]
    public let parameters: [ParameterValue]
    /// What the rows were chosen by; nil where no row is one of access.
    public let scope: Scope?
    /// Why collections are not complete, those that the report does not need too; for a report with a column of them.
    var shortfalls: [Shortfall] = []

    public init(
        asOf: Instant, generatedAt: Instant, tenant: Tenant?, snapshots: [Snapshot],
        completeness: [Completeness], parameters: [ParameterValue] = [],
        scope: Scope? = nil
    ) {
        self.asOf = asOf
        self.generatedAt = generatedAt
        self.tenant = tenant
        self.snapshots = snapshots
        self.completeness = completeness
        self.parameters = parameters
        self.scope = scope
    }

    /// The same with other parameters.
    func with(_ parameters: [ParameterValue]) -> ReportHeader {
        var header = ReportHeader(
            asOf: asOf, generatedAt: generatedAt, tenant: tenant, snapshots: snapshots,
            completeness: completeness, parameters: parameters, scope: scope)
        header.shortfalls = shortfalls
        return header
    }

    /// False when a need is partial or missing.
    public var isComplete: Bool {
        completeness.allSatisfy { $0.state == .complete }
    }
}

extension ReportHeader {
    public struct Tenant: Sendable, Equatable {
        public let id: String
        public let name: String?

        public init(id: String, name: String?) {
            self.id = id
            self.name = name
        }
    }

    /// One import: what it saw, and when.
    public struct Snapshot: Sendable, Equatable {
        public let number: Int
        public let observedAt: Instant
        public let importedAt: Instant

        public init(number: Int, observedAt: Instant, importedAt: Instant) {
            self.number = number
            self.observedAt = observedAt
            self.importedAt = importedAt
        }
    }

    /// How much of a needed collection is known at T.
    public struct Completeness: Sendable, Equatable {
        public enum State: String, Sendable, CaseIterable {
            case complete, partial, missing
        }

        /// The collection, such as `assignments`.
        public let need: String
        public let state: State
        /// What makes it so, such as *the last page is missing*; may be empty.
        public let detail: String
        /// The same for a page, which says it in its own language; empty where only the text is known.
        var lacks: [Lack] = []

        public init(need: String, state: State, detail: String = "") {
            self.need = need
            self.state = state
            self.detail = detail
        }
    }

    /// What is lacking of a collection.
    struct Lack: Sendable, Equatable {
        let shortfall: Shortfall
        /// Nil where it is lacking at the moment of the report, else the earlier one that it is compared with.
        let since: Instant?
    }

    public struct ParameterValue: Sendable, Equatable {
        public let name: String
        public let value: String

        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }
}

extension ReportHeader {
    /// Which rows of access there are.
    public struct Scope: Sendable, Equatable {
        /// Every group, not only those that a catalog or package names.
        public let everyGroup: Bool
        /// What ended or failed, too.
        public let everyStatus: Bool

        public init(everyGroup: Bool, everyStatus: Bool) {
            self.everyGroup = everyGroup
            self.everyStatus = everyStatus
        }
    }

    /// What no report covers (ACCESS.md 7), by the keys of the texts that say it.
    public static let notCovered = [
        "azureRoles", "sitePermissions", "rightsInApplications", "delegatedConsents", "applicationOwners",
        "exchange", "groupSchedules", "openApplications",
    ]
}
