import Store

/// Who the persons are and in which order: temporary tables that the batches join to (ACCESS.md 1 and 2).
enum PersonTables {
    /// - Parameter edges: who is in groups or owns them.
    static func make(_ connection: Connection, _ edges: [DirectEdges]) throws {
        try connection.execute(subjects)
        try connection.execute(assignments)
        try connection.execute("CREATE TEMP TABLE personKey (key INTEGER PRIMARY KEY)")
        let insert = try connection.prepare("INSERT OR IGNORE INTO temp.personKey VALUES (?1)")
        for list in edges {
            try list.forEachHolder { key in
                insert.bind(1, key)
                try insert.run()
            }
        }
        try connection.execute(persons)
        try connection.execute(domains)
    }

    /// The domains that the tenant owns, for the question who is external.
    private static let domains = """
        CREATE TEMP TABLE verifiedDomain (name TEXT PRIMARY KEY);
        INSERT OR IGNORE INTO temp.verifiedDomain
        SELECT lower(j.value ->> 'name') FROM temp.organizationKnown o JOIN json_each(o.verifiedDomains) j
        WHERE j.type = 'object' AND j.value ->> 'name' <> ''
        """

    /// A subject that gained a directory id is that person, wherever it is named.
    private static let subjects = """
        CREATE TEMP TABLE subjectPerson (subject INTEGER PRIMARY KEY, person INTEGER NOT NULL);
        INSERT INTO temp.subjectPerson
        SELECT subject, person FROM (
            SELECT subject, person, max(rank) FROM (
                SELECT requestor AS subject, requestorPerson AS person, since * 2 AS rank FROM assignmentRequest
                WHERE since <= (SELECT snapshot FROM temp.asOf)
                UNION ALL SELECT subject, person, since * 2 + 1 FROM assignment
                WHERE since <= (SELECT snapshot FROM temp.asOf))
            WHERE subject IS NOT NULL AND person IS NOT NULL GROUP BY subject)
        """

    /// The open assignments with their persons; 0 stands for nobody.
    private static let assignments = """
        CREATE TEMP TABLE assignmentAt (
            key INTEGER PRIMARY KEY, person INTEGER NOT NULL, since INTEGER NOT NULL);
        INSERT INTO temp.assignmentAt
        SELECT a.key, coalesce(a.person, s.person, a.subject, 0), a.since
        FROM temp.assignmentOpen a LEFT JOIN temp.subjectPerson s ON s.subject = a.subject;
        CREATE INDEX temp.assignmentAtPerson ON assignmentAt (person, key);
        """

    /// Everybody who holds or is assigned something, in the order of the report: name, then id.
    private static let persons = """
        INSERT OR IGNORE INTO temp.personKey
            SELECT principal FROM temp.appRoleAssignmentOpen WHERE principal IS NOT NULL
            UNION ALL SELECT principal FROM temp.roleAssignmentOpen WHERE principal IS NOT NULL
            UNION ALL SELECT principal FROM temp.roleAssignmentScheduleOpen WHERE principal IS NOT NULL
            UNION ALL SELECT principal FROM temp.roleEligibilityScheduleOpen WHERE principal IS NOT NULL
            UNION ALL SELECT principal FROM temp.groupAssignmentScheduleOpen WHERE principal IS NOT NULL
            UNION ALL SELECT principal FROM temp.groupEligibilityScheduleOpen WHERE principal IS NOT NULL;
        DELETE FROM temp.personKey WHERE key IN (SELECT key FROM temp.groupKey)
            OR key IN (SELECT key FROM temp.nobody);
        INSERT OR IGNORE INTO temp.personKey SELECT DISTINCT person FROM temp.assignmentAt;
        CREATE TEMP TABLE person (
            position INTEGER PRIMARY KEY, key INTEGER NOT NULL, id TEXT NOT NULL, name TEXT);
        INSERT INTO temp.person (key, id, name)
        SELECT key, id, name FROM (
            SELECT p.key, coalesce(\(Account.idSQL("i.id")), '') AS id,
            nullif(coalesce(\(Account.namesSQL)), '') AS name
            FROM temp.personKey p LEFT JOIN ident i ON i.key = p.key)
        ORDER BY coalesce(name, ''), id;
        """
}
