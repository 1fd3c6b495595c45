import Store

/// Which ids are groups: listed as one, holding members or owners, or called one by an edge (ACCESS.md 2).
enum GroupKeys {
    static func make(_ connection: Connection) throws {
        try connection.execute(
            """
            CREATE TEMP TABLE groupKey (key INTEGER PRIMARY KEY);
            INSERT OR IGNORE INTO temp.groupKey
            SELECT key FROM directoryGroup WHERE since <= (SELECT snapshot FROM temp.asOf)
            UNION SELECT parent FROM groupMember WHERE since <= (SELECT snapshot FROM temp.asOf)
            UNION SELECT parent FROM groupOwner WHERE since <= (SELECT snapshot FROM temp.asOf)
            UNION SELECT parent FROM reading WHERE entity IN ('groupMember', 'groupOwner')
                AND first <= (SELECT snapshot FROM temp.asOf)
            UNION SELECT key FROM temp.toldKnown WHERE lower(kind) = 'group'
            UNION SELECT principal FROM temp.appRoleAssignmentOpen
                WHERE lower(principalType) = 'group' AND principal IS NOT NULL;
            CREATE TEMP TABLE nobody (key INTEGER PRIMARY KEY);
            INSERT OR IGNORE INTO temp.nobody
            SELECT t.key FROM temp.toldKnown t WHERE lower(t.kind) IN ('device', 'orgcontact', 'contact')
            AND NOT EXISTS (SELECT 1 FROM user u WHERE u.key = t.key)
            """)
    }
}
