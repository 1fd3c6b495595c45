import Store

/// The view `accounts`: every user at T, those of the recycle bin too, with what the rows of access say of persons
/// (ACCESS.md 2 and 5), whether they hold anything or not.
enum AccountView {
    private struct Column {
        let name: String
        let sql: String
        let doc: String
    }

    static let declaration = MomentView(
        name: "accounts",
        doc: "every user, those of the recycle bin too, judged as the persons of the report access are",
        columns: columns(signInWasRead: true).map { ($0.name, $0.doc) })

    static func sql(signInWasRead: Bool) -> String {
        let columns = columns(signInWasRead: signInWasRead).map { "\($0.sql) AS \($0.name)" }
        return """
            CREATE TEMP VIEW accounts AS SELECT \(columns.joined(separator: ",\n    "))
            FROM (SELECT key FROM temp.userOpen UNION SELECT key FROM temp.deletedUserOpen) p
            CROSS JOIN ident i ON i.key = p.key
            LEFT JOIN temp.userKnown u ON u.key = p.key
            LEFT JOIN temp.deletedUserKnown d ON d.key = p.key
            LEFT JOIN temp.signInKnown g ON g.key = p.key AND u.isOpen
            """
    }

    private static func columns(signInWasRead: Bool) -> [Column] {
        [
            Column(name: "id", sql: IdentSQL.text("i.id"), doc: "its id"),
            Column(name: "name", sql: "coalesce(\(Account.namesSQL))", doc: "its name"),
            Column(
                name: "principalName",
                sql: "coalesce(nullif(\(AccountSQL.fact("userPrincipalName")), ''), "
                    + "\(AccountSQL.told("subjectPrincipalName", "userPrincipalName")))",
                doc: "its user principal name"),
            Column(
                name: "email",
                sql:
                    "coalesce(nullif(\(AccountSQL.fact("mail")), ''), \(AccountSQL.subject("subjectEmail")))",
                doc: "its mail address"),
            Column(
                name: "personType",
                sql: "CASE WHEN lower(\(AccountSQL.fact("userType"))) IN ('guest', 'member') "
                    + "THEN lower(\(AccountSQL.fact("userType"))) ELSE 'unknown' END",
                doc: "guest, member or unknown"),
            Column(name: "external", sql: external, doc: "whether the person comes from outside"),
            Column(
                name: "state",
                sql: "CASE WHEN u.isOpen IS NOT TRUE THEN 'deleted' WHEN u.accountEnabled THEN 'enabled' "
                    + "WHEN NOT u.accountEnabled THEN 'disabled' ELSE 'unknown' END",
                doc: "enabled, disabled, deleted or unknown"),
            moment("createdAt", "when the account was created"),
            moment("deletedAt", "when it was deleted", sql: "d.deletedAt"),
            fact("creationType", "Invitation, LocalAccount, EmailVerified, SelfServiceSignUp or empty"),
            fact("externalUserState", "PendingAcceptance, Accepted or empty"),
            moment("externalUserStateChangedAt", "when externalUserState changed last"),
            fact("companyName", "company"), fact("department", "department"),
            fact("identities", "sign-in identities, as JSON"),
            fact("sponsors", "its sponsors, as JSON; empty where the source does not say"),
            moment("lastSuccessAt", "last sign-in that succeeded", sql: "g.lastSuccessAt"),
            moment("lastAttemptAt", "last attempt to sign in", sql: "g.lastAttemptAt"),
            moment("lastNonInteractiveAt", "last one by a client alone", sql: "g.lastNonInteractiveAt"),
            Column(
                name: "lastSignInKind",
                sql:
                    "CASE WHEN u.isOpen IS NOT TRUE THEN 'unknown' WHEN g.lastSuccessAt IS NOT NULL THEN 'success' "
                    + "WHEN g.lastAttemptAt IS NOT NULL THEN 'attempt' "
                    + "ELSE '\(signInWasRead ? "never" : "unknown")' END",
                doc: "what tells of the last sign-in: success, attempt, never or unknown"),
        ]
    }

    private static func fact(_ name: String, _ doc: String) -> Column {
        Column(name: name, sql: "nullif(\(AccountSQL.fact(name)), '')", doc: doc)
    }

    private static func moment(_ name: String, _ doc: String, sql: String? = nil) -> Column {
        Column(name: name, sql: InstantSQL.text("(\(sql ?? AccountSQL.fact(name)))"), doc: doc)
    }

    /// What the account says; a UPN of a guest that any object tells says so, too.
    private static let external = """
        CASE WHEN \(namedExternal) THEN 1 ELSE \(AccountSQL.external) END
        """

    private static let namedExternal = ["user", "deletedUser", "told"].map { table in
        """
        EXISTS (SELECT 1 FROM main.\(table) n WHERE n.key = p.key AND n.userPrincipalName LIKE '%#EXT#%'
            AND n.since <= (SELECT snapshot FROM temp.asOf))
        """
    }.joined(separator: " OR ")
}
