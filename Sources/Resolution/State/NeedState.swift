public import Store

/// How completely a collection is known at T (ACCESS.md 6).
public struct NeedState: Sendable, Equatable {
    public enum State: String, Sendable {
        case complete, partial, missing
    }

    /// The entity.
    public let name: String
    public let state: State
    /// Why it is not complete; nil when it is.
    public let shortfall: Shortfall?

    /// The same in words; empty when it is complete.
    public var detail: String { shortfall?.description ?? "" }
}

/// Judges needs: a collection as a whole, or each of its parents.
struct NeedJudge {
    let connection: Connection
    let readings: Readings

    /// The parents whose collections must all have been read: a query for their keys.
    private static let parents: [String: (entity: String, sql: String)] = [
        "groupMember": ("directoryGroup", "SELECT key FROM temp.directoryGroupOpen"),
        "groupOwner": ("directoryGroup", "SELECT key FROM temp.directoryGroupOpen"),
        "groupAssignmentSchedule": ("directoryGroup", manageableGroups),
        "groupEligibilitySchedule": ("directoryGroup", manageableGroups),
        "appRoleAssignment": (
            "servicePrincipal", "SELECT key FROM temp.servicePrincipalOpen"
        ),
        "catalogResource": ("catalog", "SELECT key FROM temp.catalogOpen"),
        "resourceRoleScope": ("accessPackage", "SELECT key FROM temp.accessPackageOpen"),
        "incompatiblePackage": ("accessPackage", "SELECT key FROM temp.accessPackageOpen"),
        "incompatibleGroup": ("accessPackage", "SELECT key FROM temp.accessPackageOpen"),
        "internalSponsor": (
            "connectedOrganization", "SELECT key FROM temp.connectedOrganizationOpen"
        ),
        "externalSponsor": (
            "connectedOrganization", "SELECT key FROM temp.connectedOrganizationOpen"
        ),
        "approvalStage": (
            "assignmentRequest",
            "SELECT DISTINCT key FROM assignmentRequest WHERE since <= (SELECT snapshot FROM temp.asOf)"
        ),
        "reviewInstance": ("reviewDefinition", "SELECT key FROM temp.reviewDefinitionOpen"),
        "reviewDecision": ("reviewInstance", "SELECT key FROM temp.reviewInstanceOpen"),
        "contactedReviewer": ("reviewInstance", "SELECT key FROM temp.reviewInstanceOpen"),
        "assignment": ("accessPackage", "SELECT key FROM temp.accessPackageOpen"),
        "assignmentPolicy": ("accessPackage", "SELECT key FROM temp.accessPackageOpen"),
    ]

    /// PIM manages neither groups with a rule nor those that come from a directory on premises.
    private static let manageableGroups = """
        SELECT g.key FROM temp.directoryGroupOpen g WHERE g.onPremisesSyncEnabled IS NOT 1
        AND NOT EXISTS (SELECT 1 FROM json_each(g.groupTypes) j WHERE lower(j.value) = 'dynamicmembership')
        """

    /// Not every tenant or export has them: what was never imported is told by what reports do not cover, or where it
    /// would stand.
    static let optional: Set<String> = [
        "groupAssignmentSchedule", "groupEligibilitySchedule", "catalogRole", "catalogRoleAssignment",
    ]

    /// Single objects, which are read or not.
    private static let singletons: Set<String> = ["entitlementSettings"]

    func state(of entity: String) throws -> NeedState {
        if NeedJudge.singletons.contains(entity) {
            let list = try connection.prepare("SELECT 1 FROM temp.\(entity)Known LIMIT 1")
            return try list.step()
                ? NeedState(name: entity, state: .complete, shortfall: nil)
                : NeedState(name: entity, state: .missing, shortfall: .notImported)
        }
        if readings.wasRead(entity, parent: 0) || NeedJudge.parents[entity] == nil {
            return whole(entity)
        }
        return try byParent(entity)
    }

    private func whole(_ entity: String) -> NeedState {
        if readings.completeReading(entity) != nil {
            return NeedState(name: entity, state: .complete, shortfall: nil)
        }
        guard readings.wasRead(entity, parent: 0) else {
            return NeedState(name: entity, state: .missing, shortfall: .notImported)
        }
        return NeedState(name: entity, state: .partial, shortfall: .notWhole)
    }

    private func byParent(_ entity: String) throws -> NeedState {
        guard let parents = NeedJudge.parents[entity] else { return whole(entity) }
        let list = try connection.prepare(
            """
            WITH last (parent, complete) AS (
                SELECT parent, max(first * 2 + complete) % 2 FROM reading WHERE entity = ?1
                AND first <= (SELECT snapshot FROM temp.asOf) GROUP BY parent)
            SELECT count(*), count(l.complete), coalesce(sum(l.complete), 0)
            FROM (\(parents.sql)) p LEFT JOIN last l ON l.parent = p.key
            """)
        list.bind(1, entity)
        guard try list.step() else { return whole(entity) }
        let (all, read, complete) = (list.integer(0) ?? 0, list.integer(1) ?? 0, list.integer(2) ?? 0)
        // What hangs on things that were never imported is not known to be empty.
        let above = try state(of: parents.entity)
        let lacking = above.shortfall.map { Shortfall.above(parents.entity, $0) }
        guard above.state == .complete || all > 0 else {
            return NeedState(name: entity, state: above.state, shortfall: lacking)
        }
        if complete == all {
            return NeedState(
                name: entity, state: above.state == .complete ? .complete : .partial, shortfall: lacking)
        }
        if read == 0 { return NeedState(name: entity, state: .missing, shortfall: .notImported) }
        return NeedState(
            name: entity, state: .partial,
            shortfall: .parts(lacking: Int(all - complete), all: Int(all), of: parents.entity))
    }
}

extension ReportState {
    /// How completely each of these collections is known at T; without those that a tenant need not have and that
    /// were never imported.
    public func needs(_ entities: [String]) throws -> [NeedState] {
        let judge = NeedJudge(connection: connection, readings: readings)
        return try entities.map(judge.state(of:)).filter {
            $0.state != .missing || !NeedJudge.optional.contains($0.name)
        }
    }

    /// The tenant; nil where the organization was not imported.
    public func tenant() throws -> (id: String, name: String?)? {
        let list = try connection.prepare(
            """
            SELECT i.id, nullif(o.displayName, '') FROM temp.organizationKnown o
            JOIN ident i ON i.key = o.key ORDER BY o.isOpen DESC, o.since DESC, o.key LIMIT 1
            """)
        return try list.step() ? (list.identifier(0) ?? "", list.text(1)) : nil
    }

    /// The imports that were observed at or before T, the last observed last.
    public func snapshots() throws -> [Snapshot] {
        try SnapshotList(connection).snapshots.filter { $0.observedAt <= asOf.moment }
            .sorted { ($0.observedAt, $0.number) < ($1.observedAt, $1.number) }
    }
}
