import GRDB

/// What of the state can be forgotten: versions that another one followed up to the cut, and edges and assignments
/// that had ended by then. The last version of everything else stays, for its name.
enum PruneState {
    /// Tables with versions that end, with what an older version may say that still counts (`v` the version, `b`
    /// the one that holds at the cut).
    static let superseded: [(table: String, keeps: String?)] =
        [
            ("user", newsOfGuests), ("deletedUser", newsOfGuests),
            // Decides what a review's decision is about where later versions do not tell.
            ("reviewDefinition", "(v.scopeQuery, v.scope) IS NOT (b.scopeQuery, b.scope)"),
            (
                "reviewInstance",
                "(v.scopeQuery, v.scope, v.definition) IS NOT (b.scopeQuery, b.scope, b.definition)"
            ),
            // Says which person a subject is.
            ("assignment", "(v.subject, v.person) IS NOT (b.subject, b.person)"),
        ]
        + [
            "organization", "signIn", "directoryGroup", "servicePrincipal", "appRoleAssignment",
            "roleDefinition", "catalog", "accessPackage", "connectedOrganization", "entitlementSettings",
            "catalogResource", "resourceRoleScope", "personnel", "catalogRole",
        ].map { ($0, nil) }

    /// Tables of which only what is there counts, not what was.
    static let ended = [
        "groupMember", "groupOwner", "roleAssignment", "roleAssignmentSchedule", "roleEligibilitySchedule",
        "groupAssignmentSchedule", "groupEligibilitySchedule", "catalogRoleAssignment",
        "incompatiblePackage", "incompatibleGroup", "internalSponsor", "externalSponsor", "contactedReviewer",
    ]

    /// Each approval is judged by the policy of its day, so its versions stay.
    static let untouched = ["assignmentPolicy"]

    /// Any UPN with `#EXT#`, whenever it was told, makes a person external (ACCESS.md 2).
    static let newsOfGuests =
        "(v.userPrincipalName LIKE '%#EXT#%' AND coalesce(b.userPrincipalName, '') NOT LIKE '%#EXT#%')"

    static func run(_ database: Database, _ cut: PruneCut) throws -> [String: Int] {
        var counts: [String: Int] = [:]
        for (table, keeps) in superseded {
            counts[table] = try cut.run(database, sql(table, keeps: keeps))
        }
        for table in ended {
            counts[table] = try cut.run(database, "DELETE FROM \(table) WHERE until <= ?1")
        }
        counts["assignment", default: 0] += try cut.run(database, endedAssignments)
        return counts
    }

    private static func sql(_ table: String, keeps: String?) -> String {
        let isChild = StateTables.children.contains(table)
        let same = isChild ? "b.parent = v.parent AND b.key = v.key" : "b.key = v.key"
        return """
            DELETE FROM \(table) WHERE (\(isChild ? "parent, " : "")key, since) IN (
                SELECT \(isChild ? "v.parent, " : "")v.key, v.since
                FROM \(table) v JOIN \(table) b ON \(same) AND b.since > v.since AND b.since = (
                    SELECT max(l.since) FROM \(table) l
                    WHERE \(same.replacing("b.", with: "l.")) AND l.since <= ?1)
                WHERE v.until <= ?1\(keeps.map { " AND NOT (\($0))" } ?? ""))
            """
    }

    /// One whose subject is still named may say who that is.
    private static let endedAssignments = """
        DELETE FROM assignment WHERE until <= ?1 AND subject IS NOT person AND NOT EXISTS (
            SELECT 1 FROM assignment r WHERE r.subject = assignment.subject
            AND (r.until IS NULL OR r.until > ?1))
        """
}

/// Tables whose objects are told apart only within their parent.
enum StateTables {
    static let children: Set<String> = [
        "groupMember", "groupOwner", "catalogResource", "resourceRoleScope", "incompatiblePackage",
        "incompatibleGroup", "internalSponsor", "externalSponsor", "contactedReviewer",
    ]
}
