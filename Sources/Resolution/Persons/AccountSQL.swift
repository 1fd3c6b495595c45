import Store

/// SQL for the accounts of a batch of persons (ACCESS.md 2 and 5).
enum AccountSQL {
    /// Whether the person was in the recycle bin last: what that says stands over the user.
    private static let isGone = """
        (d.key IS NOT NULL AND u.isOpen IS NOT TRUE AND (u.key IS NULL OR d.until IS NULL OR u.since < d.until))
        """

    /// The user's column, or that of the recycle bin where it tells it.
    static func fact(_ column: String) -> String {
        "CASE WHEN \(isGone) AND \(Account.saidSQL("d", column)) THEN d.\(column) ELSE u.\(column) END"
    }

    static let query = """
        SELECT p.position, u.isOpen IS TRUE, u.isOpen IS NOT TRUE AND d.isOpen IS TRUE,
        coalesce(nullif(\(fact("userPrincipalName")), ''), \(told("subjectPrincipalName", "userPrincipalName"))),
        coalesce(nullif(\(fact("mail")), ''), \(subject("subjectEmail"))),
        \(fact("userType")), u.key IS NOT NULL OR d.key IS NOT NULL, \(external),
        \(fact("createdAt")), \(fact("companyName")), \(fact("department")),
        coalesce((SELECT nullif(m.displayName, '') FROM temp.userKnown m WHERE m.key = \(fact("manager"))),
            nullif(\(fact("managerName")), '')),
        \(isServicePrincipal), s.isOpen,
        CASE WHEN u.isOpen IS TRUE THEN u.accountEnabled ELSE s.accountEnabled END,
        g.lastSuccessAt, g.lastAttemptAt,
        CASE WHEN u.key IS NULL AND d.key IS NULL THEN EXISTS (SELECT 1 FROM assignment a
            WHERE a.subject = p.key AND a.since <= (SELECT snapshot FROM temp.asOf)) END,
        \(fact("sponsors"))
        FROM \(BatchQuery.source)
        LEFT JOIN temp.userKnown u ON u.key = p.key
        LEFT JOIN temp.deletedUserKnown d ON d.key = p.key
        LEFT JOIN temp.servicePrincipalKnown s ON s.key = p.key
        LEFT JOIN temp.signInKnown g ON g.key = p.key
        ORDER BY p.position
        """

    /// Whether the account says that it comes from outside; null when there is none.
    static let external = """
        CASE WHEN nullif(\(fact("externalUserState")), '') IS NOT NULL THEN 1
            WHEN EXISTS (SELECT 1 FROM json_each(\(fact("identities"))) j WHERE j.type = 'object' AND
                CASE WHEN EXISTS (SELECT 1 FROM temp.verifiedDomain)
                    THEN lower(j.value ->> 'issuer') NOT IN (SELECT name FROM temp.verifiedDomain)
                    ELSE lower(j.value ->> 'signInType') = 'federated' END) THEN 1
            WHEN u.key IS NULL AND d.key IS NULL THEN NULL ELSE 0 END
        """

    /// Everybody of whom any object tells a UPN of a guest.
    static let externalNames = ["user", "deletedUser", "told"].map { table in
        """
        SELECT key FROM \(table) WHERE userPrincipalName LIKE '%#EXT#%'
        AND since <= (SELECT snapshot FROM temp.asOf)
        """
    }.joined(separator: " UNION ALL ")

    /// Of what is no user: whether its object, an edge or an assignment says so. CASE, since AND would look in any
    /// case.
    private static let isServicePrincipal = """
        CASE WHEN u.key IS NOT NULL OR d.key IS NOT NULL THEN 0 ELSE s.key IS NOT NULL OR EXISTS (SELECT 1 FROM told t WHERE t.key = p.key
            AND lower(t.kind) = 'serviceprincipal' AND t.since <= (SELECT snapshot FROM temp.asOf)
            AND t.source IN (\(Account.toldSources(edges: true)), \(ToldSource.requestor.rawValue)))
            OR EXISTS (SELECT 1 FROM temp.assignmentAt t CROSS JOIN assignment a ON a.key = t.key AND a.since = t.since
                WHERE t.person = p.key AND p.key > 0 AND lower(a.subjectType) = 'serviceprincipal') END
        """

    /// What the newest assignment tells of its subject.
    static func subject(_ column: String) -> String {
        """
        (SELECT a.\(column) FROM temp.assignmentAt t CROSS JOIN assignment a ON a.key = t.key AND a.since = t.since
            WHERE t.person = p.key AND p.key > 0 AND a.\(column) <> '' ORDER BY a.since DESC, a.key LIMIT 1)
        """
    }

    /// What the newest assignment, else the newest edge tells.
    static func told(_ column: String, _ toldColumn: String) -> String {
        """
        \(subject(column)),
        (SELECT t.\(toldColumn) FROM temp.toldKnown t WHERE t.key = p.key AND t.\(toldColumn) <> ''
            ORDER BY t.source > \(ToldSource.roleAssignment.rawValue), t.since DESC, t.source LIMIT 1)
        """
    }
}
