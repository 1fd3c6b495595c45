import Model
import Store

/// What the directory says of the persons of a batch.
struct AccountLoader {
    let connection: Connection
    private let names: UserNames
    private let usersAreComplete: Bool
    private let servicePrincipalsAreComplete: Bool
    /// Whether the last import that read the list of users had sign-in activity among its fields.
    private let signInWasRead: Bool

    init(_ connection: Connection, _ readings: Readings) throws {
        self.connection = connection
        names = try UserNames(connection)
        usersAreComplete = readings.completeReading("user") != nil
        servicePrincipalsAreComplete = readings.completeReading("servicePrincipal") != nil
        let field = try connection.prepare(
            """
            SELECT 1 FROM fieldReading WHERE entity = 'user' AND field = 'signInActivity'
            AND first <= ?1 AND last >= ?1
            """)
        field.bind(1, readings.lastReading("user") ?? 0)
        signInWasRead = try field.step()
    }

    func load(into batch: inout PersonBatch) throws {
        var facts = batch.facts
        try batch.forEachRow(connection, AccountLoader.sql) { row, place in
            read(row, into: &facts[place])
        }
        try batch.forEachRow(connection, AccountLoader.sponsorsSQL) { row, place in
            guard let name = try row.text(1).flatMap(names.name(of:)) ?? row.text(2) else { return }
            facts[place].sponsorNames = facts[place].sponsorNames.map { $0 + "; " + name } ?? name
        }
        batch.facts = facts
    }

    private func read(_ row: Statement, into person: inout PersonFacts) {
        let isOpen = row.boolean(1) ?? false
        let isDeleted = row.boolean(2) ?? false
        person.principalName = row.text(3)
        person.email = row.text(4)
        person.type = type(row, isKnownUser: row.boolean(6) ?? false)
        person.external = row.boolean(7)
        person.createdAt = row.instant(8)
        person.company = row.text(9)
        person.department = row.text(10)
        person.managerName = row.text(11)
        person.state = state(row, isOpen: isOpen, isDeleted: isDeleted, person)
        guard !isDeleted else { return }
        if let success = row.instant(15) {
            (person.lastSignInAt, person.lastSignInKind) = (success, .success)
        } else if let attempt = row.instant(16) {
            (person.lastSignInAt, person.lastSignInKind) = (attempt, .attempt)
        } else if isOpen, signInWasRead {
            person.lastSignInKind = .never
        }
    }

    private func type(_ row: Statement, isKnownUser: Bool) -> PersonType {
        switch row.text(5)?.lowercased() {
        case "guest": .guest
        case "member": .member
        default: !isKnownUser && row.boolean(12) == true ? .servicePrincipal : .unknown
        }
    }

    private func state(
        _ row: Statement, isOpen: Bool, isDeleted: Bool, _ person: PersonFacts
    ) -> PersonState? {
        if person.id == nil { return nil }
        if isOpen || row.boolean(13) == true {
            return row.boolean(14).map { $0 ? .enabled : .disabled } ?? .unknown
        }
        if isDeleted { return .deleted }
        let isComplete =
            person.type == .servicePrincipal && row.boolean(17) != true
            ? servicePrincipalsAreComplete : usersAreComplete
        return isComplete ? .notInDirectory : .unknown
    }

    /// The user's column, or that of the recycle bin where it tells it.
    private static func fact(_ column: String) -> String {
        "CASE WHEN f.isGone AND \(Account.saidSQL("d", column)) THEN d.\(column) ELSE u.\(column) END"
    }

    /// Whether the person is in the list of users, in the recycle bin, or was in the bin last.
    private static let standing = """
        SELECT p.position, p.key, u.isOpen IS TRUE AS isOpen,
        u.isOpen IS NOT TRUE AND d.isOpen IS TRUE AS isDeleted,
        u.isOpen IS NOT TRUE AND d.key IS NOT NULL AND (u.key IS NULL OR d.until IS NULL OR u.since < d.until)
            AS isGone
        FROM \(PersonBatch.source) LEFT JOIN temp.userKnown u ON u.key = p.key
        LEFT JOIN temp.deletedUserKnown d ON d.key = p.key
        """

    private static let sql = """
        SELECT f.position, f.isOpen, f.isDeleted,
        coalesce(nullif(\(fact("userPrincipalName")), ''), \(told("subjectPrincipalName", "userPrincipalName"))),
        coalesce(nullif(\(fact("mail")), ''), \(subject("subjectEmail"))),
        \(fact("userType")), u.key IS NOT NULL OR d.key IS NOT NULL,
        CASE WHEN nullif(\(fact("externalUserState")), '') IS NOT NULL THEN 1
            WHEN EXISTS (SELECT 1 FROM json_each(\(fact("identities"))) j WHERE j.type = 'object' AND
                CASE WHEN EXISTS (SELECT 1 FROM temp.verifiedDomain)
                    THEN lower(j.value ->> 'issuer') NOT IN (SELECT name FROM temp.verifiedDomain)
                    ELSE lower(j.value ->> 'signInType') = 'federated' END) THEN 1
            WHEN EXISTS (SELECT 1 FROM user v WHERE v.key = f.key AND v.userPrincipalName LIKE '%#EXT#%'
                AND v.since <= (SELECT snapshot FROM temp.asOf)) THEN 1
            WHEN EXISTS (SELECT 1 FROM deletedUser v WHERE v.key = f.key AND v.userPrincipalName LIKE '%#EXT#%'
                AND v.since <= (SELECT snapshot FROM temp.asOf)) THEN 1
            WHEN EXISTS (SELECT 1 FROM told v WHERE v.key = f.key AND v.userPrincipalName LIKE '%#EXT#%'
                AND v.since <= (SELECT snapshot FROM temp.asOf)) THEN 1
            WHEN u.key IS NULL AND d.key IS NULL THEN NULL ELSE 0 END,
        \(fact("createdAt")), \(fact("companyName")), \(fact("department")),
        coalesce((SELECT nullif(m.displayName, '') FROM temp.userKnown m WHERE m.key = \(fact("manager"))),
            nullif(\(fact("managerName")), '')),
        s.key IS NOT NULL OR EXISTS (SELECT 1 FROM told t WHERE t.key = f.key
            AND lower(t.kind) = 'serviceprincipal' AND t.since <= (SELECT snapshot FROM temp.asOf)
            AND t.source IN (\(Account.toldSources(edges: true)), \(ToldSource.requestor.rawValue)))
            OR EXISTS (SELECT 1 FROM temp.assignmentAt t JOIN assignment a ON a.key = t.key AND a.since = t.since
                WHERE t.person = f.key AND f.key > 0 AND lower(a.subjectType) = 'serviceprincipal'),
        s.isOpen, CASE WHEN f.isOpen THEN u.accountEnabled ELSE s.accountEnabled END,
        g.lastSuccessAt, g.lastAttemptAt,
        EXISTS (SELECT 1 FROM assignment a WHERE a.subject = f.key
            AND a.since <= (SELECT snapshot FROM temp.asOf))
        FROM (\(standing)) f
        LEFT JOIN temp.userKnown u ON u.key = f.key
        LEFT JOIN temp.deletedUserKnown d ON d.key = f.key
        LEFT JOIN temp.servicePrincipalKnown s ON s.key = f.key
        LEFT JOIN temp.signInKnown g ON g.key = f.key
        """

    /// What the newest assignment tells of its subject.
    private static func subject(_ column: String) -> String {
        """
        (SELECT a.\(column) FROM temp.assignmentAt t JOIN assignment a ON a.key = t.key AND a.since = t.since
            WHERE t.person = f.key AND f.key > 0 AND a.\(column) <> '' ORDER BY a.since DESC, a.key LIMIT 1)
        """
    }

    /// What the newest assignment, else the newest edge tells.
    private static func told(_ column: String, _ toldColumn: String) -> String {
        """
        \(subject(column)),
        (SELECT t.\(toldColumn) FROM temp.toldKnown t WHERE t.key = f.key AND t.\(toldColumn) <> ''
            ORDER BY t.source > \(ToldSource.roleAssignment.rawValue), t.since DESC, t.source LIMIT 1)
        """
    }

    private static let sponsorsSQL = """
        SELECT f.position, j.value ->> 'id', nullif(j.value ->> 'displayName', '')
        FROM (\(standing)) f
        LEFT JOIN temp.userKnown u ON u.key = f.key
        LEFT JOIN temp.deletedUserKnown d ON d.key = f.key
        JOIN json_each(\(fact("sponsors"))) j
        ORDER BY f.position, j.key
        """
}
