import Model
import Store

/// Temporary views of the state at a moment, so that no query has to know how versions are kept.
///
/// `<table>Open` holds what is there; `<table>Known` holds the last version of everything that ever was, with
/// `isOpen` telling whether it still is. What is open is the last version: only of what is closed must be asked
/// whether there was a later one. `<table>Counting` holds each event that counts (EventViews), `<table>Until` what
/// imports said of themselves up to the moment.
enum StateViews {
    /// Tables whose objects have ids of their own.
    static let objects = [
        "organization", "user", "signIn", "deletedUser", "directoryGroup", "servicePrincipal",
        "appRoleAssignment", "roleDefinition", "roleAssignment", "roleAssignmentSchedule",
        "roleEligibilitySchedule", "groupAssignmentSchedule", "groupEligibilitySchedule", "catalog",
        "accessPackage", "assignmentPolicy", "assignment",
        "connectedOrganization", "entitlementSettings", "reviewDefinition", "reviewInstance", "personnel",
        "catalogRole", "catalogRoleAssignment",
    ]

    /// Of these, the ones that no export of the tenant holds: without them nothing is incomplete.
    static let besides: Set<String> = ["personnel"]

    /// Tables whose objects are told apart within their parent.
    static let children = [
        "groupMember", "groupOwner", "catalogResource", "resourceRoleScope", "incompatiblePackage",
        "incompatibleGroup", "internalSponsor", "externalSponsor", "contactedReviewer",
    ]

    /// Whether a version of a table holds at the moment: for queries that name an index, which a view has not.
    static func isOpen(_ version: String) -> String {
        """
        \(version).since <= (SELECT snapshot FROM temp.asOf)
        AND (\(version).until IS NULL OR \(version).until > (SELECT snapshot FROM temp.asOf))
        """
    }

    static func make(_ connection: Connection, _ asOf: AsOf) throws {
        try connection.execute("CREATE TEMP TABLE asOf (snapshot INTEGER NOT NULL, moment INTEGER NOT NULL)")
        let insert = try connection.prepare("INSERT INTO temp.asOf VALUES (?, ?)")
        insert.bind(1, asOf.snapshot.number)
        insert.bind(2, asOf.moment.ticks)
        try insert.run()
        for table in objects + children {
            let keys = children.contains(table) ? "v.parent = t.parent AND v.key = t.key" : "v.key = t.key"
            try connection.execute(
                """
                CREATE TEMP VIEW \(table)Open AS SELECT t.* FROM main.\(table) t WHERE \(isOpen("t"));
                CREATE TEMP VIEW \(table)Known AS SELECT t.*,
                (t.until IS NULL OR t.until > (SELECT snapshot FROM temp.asOf)) AS isOpen
                FROM main.\(table) t WHERE t.since <= (SELECT snapshot FROM temp.asOf)
                AND (t.until IS NULL OR t.until > (SELECT snapshot FROM temp.asOf)
                    OR t.since = (SELECT max(v.since) FROM main.\(table) v
                        WHERE \(keys) AND v.since <= (SELECT snapshot FROM temp.asOf)))
                """)
        }
        try connection.execute(
            """
            CREATE TEMP VIEW toldKnown AS SELECT t.* FROM main.told t
            WHERE t.since = (SELECT max(v.since) FROM main.told v WHERE v.key = t.key AND v.source = t.source
            AND v.since <= (SELECT snapshot FROM temp.asOf))
            """)
        try EventViews.make(connection)
    }
}
