import Store

/// Which ids are groups: listed as one, holding members or owners, or called one by an edge (ACCESS.md 2).
enum GroupKeys {
    static func make(_ connection: Connection) throws {
        try connection.execute(
            """
            CREATE TEMP TABLE toldKind (key INTEGER NOT NULL, kind TEXT NOT NULL);
            INSERT INTO temp.toldKind SELECT t.key, lower(t.kind) FROM temp.toldKnown t
            WHERE lower(t.kind) IN ('group', 'device', 'orgcontact', 'contact');
            CREATE TEMP TABLE groupKey (key INTEGER PRIMARY KEY);
            INSERT OR IGNORE INTO temp.groupKey
            SELECT key FROM directoryGroup WHERE since <= (SELECT snapshot FROM temp.asOf)
            UNION ALL \(holders("groupMember"))
            UNION ALL \(holders("groupOwner"))
            UNION ALL SELECT parent FROM reading WHERE entity IN ('groupMember', 'groupOwner')
                AND first <= (SELECT snapshot FROM temp.asOf)
            UNION ALL SELECT directoryGroup FROM temp.groupAssignmentScheduleKnown
                WHERE directoryGroup IS NOT NULL
            UNION ALL SELECT directoryGroup FROM temp.groupEligibilityScheduleKnown
                WHERE directoryGroup IS NOT NULL
            UNION ALL SELECT key FROM temp.toldKind WHERE kind = 'group'
            UNION ALL SELECT principal FROM temp.appRoleAssignmentOpen
                WHERE lower(principalType) = 'group' AND principal IS NOT NULL;
            CREATE TEMP TABLE nobody (key INTEGER PRIMARY KEY);
            INSERT OR IGNORE INTO temp.nobody
            SELECT t.key FROM temp.toldKind t WHERE t.kind <> 'group'
            AND NOT EXISTS (SELECT 1 FROM user u WHERE u.key = t.key);
            DROP TABLE temp.toldKind
            """)
    }

    /// The groups of a table that ever held somebody, found from one to the next: not by way of each member.
    private static func holders(_ table: String) -> String {
        """
        SELECT parent FROM (
            WITH RECURSIVE next (parent) AS (
                SELECT min(parent) FROM \(table)
                UNION ALL SELECT (SELECT min(t.parent) FROM \(table) t WHERE t.parent > next.parent)
                FROM next WHERE next.parent IS NOT NULL)
            SELECT parent FROM next WHERE EXISTS (SELECT 1 FROM \(table) t WHERE t.parent = next.parent
                AND t.since <= (SELECT snapshot FROM temp.asOf)))
        """
    }
}
