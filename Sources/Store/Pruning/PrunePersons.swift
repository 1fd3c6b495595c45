import GRDB

/// Persons who were gone by the cut and whom nothing that stays names, and what was told of such.
enum PrunePersons {
    static func run(_ database: Database, _ cut: PruneCut) throws -> [String: Int] {
        var counts: [String: Int] = [:]
        // Whoever only a forgotten one named as manager or sponsor is forgotten, too.
        while true {
            try database.execute(sql: named)
            let forgotten = try gone.map { table in (table, try cut.run(database, sql(table))) }
            for (table, count) in forgotten { counts[table, default: 0] += count }
            if forgotten.allSatisfy({ $0.1 == 0 }) { break }
        }
        counts["told"] = try cut.run(database, told) + cut.run(database, followedTold)
        try database.execute(sql: "DROP TABLE temp.pruneNamed")
        return counts
    }

    private static let gone = ["user", "deletedUser", "signIn"]

    /// Whose names the rows may need: holders, managers and sponsors.
    private static let named = """
        DROP TABLE IF EXISTS temp.pruneNamed;
        DROP TABLE IF EXISTS temp.pruneSponsor;
        CREATE TEMP TABLE pruneSponsor (id TEXT PRIMARY KEY);
        INSERT OR IGNORE INTO temp.pruneSponsor
        SELECT lower(j.value ->> 'id') FROM (
            SELECT sponsors FROM user UNION SELECT sponsors FROM deletedUser) u JOIN json_each(u.sponsors) j;
        CREATE TEMP TABLE pruneNamed AS
        SELECT key FROM groupMember UNION SELECT key FROM groupOwner
        UNION SELECT principal FROM appRoleAssignment UNION SELECT principal FROM roleAssignment
        UNION SELECT principal FROM roleAssignmentSchedule UNION SELECT principal FROM roleEligibilitySchedule
        UNION SELECT principal FROM groupAssignmentSchedule UNION SELECT principal FROM groupEligibilitySchedule
        UNION SELECT principal FROM catalogRoleAssignment
        UNION SELECT person FROM assignment UNION SELECT subject FROM assignment
        UNION SELECT manager FROM user UNION SELECT manager FROM deletedUser
        UNION SELECT key FROM internalSponsor UNION SELECT key FROM externalSponsor
        UNION SELECT key FROM ident WHERE lower(\(PackedGUID.sql("id"))) IN (SELECT id FROM temp.pruneSponsor);
        CREATE UNIQUE INDEX temp.pruneNamedKey ON pruneNamed (key)
        """

    private static func sql(_ table: String) -> String {
        """
        DELETE FROM \(table) WHERE until <= ?1 AND key NOT IN (SELECT key FROM temp.pruneNamed WHERE key > 0)
        AND NOT EXISTS (SELECT 1 FROM user u WHERE u.key = \(table).key AND (u.until IS NULL OR u.until > ?1))
        AND NOT EXISTS (SELECT 1 FROM deletedUser d WHERE d.key = \(table).key
            AND (d.until IS NULL OR d.until > ?1))
        """
    }

    /// What was told of somebody or something that nothing names any more.
    private static let told = """
        DELETE FROM told WHERE since <= ?1 AND key NOT IN (SELECT key FROM temp.pruneNamed WHERE key > 0)
        AND NOT EXISTS (SELECT 1 FROM told n WHERE n.key = told.key AND n.since > ?1)
        AND NOT EXISTS (SELECT 1 FROM user o WHERE o.key = told.key)
        AND NOT EXISTS (SELECT 1 FROM deletedUser o WHERE o.key = told.key)
        AND NOT EXISTS (SELECT 1 FROM directoryGroup o WHERE o.key = told.key)
        AND NOT EXISTS (SELECT 1 FROM servicePrincipal o WHERE o.key = told.key)
        AND NOT EXISTS (SELECT 1 FROM groupMember o WHERE o.parent = told.key)
        AND NOT EXISTS (SELECT 1 FROM groupOwner o WHERE o.parent = told.key)
        AND NOT EXISTS (SELECT 1 FROM groupAssignmentSchedule o WHERE o.directoryGroup = told.key)
        AND NOT EXISTS (SELECT 1 FROM groupEligibilitySchedule o WHERE o.directoryGroup = told.key)
        AND key NOT IN (SELECT resource FROM appRoleAssignment WHERE resource > 0)
        AND key NOT IN (SELECT scopeOrigin FROM resourceRoleScope WHERE scopeOrigin > 0)
        AND key NOT IN (SELECT origin FROM catalogResource WHERE origin > 0)
        """

    /// A kind and a UPN of a guest count whenever they were told (ACCESS.md 2).
    private static let followedTold = """
        DELETE FROM told WHERE (key, source, since) IN (
            SELECT v.key, v.source, v.since FROM told v JOIN told b ON b.key = v.key AND b.source = v.source
                AND b.since > v.since AND b.since = (SELECT max(l.since) FROM told l
                    WHERE l.key = v.key AND l.source = v.source AND l.since <= ?1)
            WHERE b.kind IS v.kind AND NOT \(PruneState.newsOfGuests))
        """
}
