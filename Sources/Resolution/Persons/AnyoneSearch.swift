import Store

extension ReportState {
    /// Everybody whom a report can be about, by id, UPN, mail or name, in any case; where none is exactly so, those
    /// whose name or UPN holds the text.
    ///
    /// Beside the persons (ACCESS.md 1): users who hold nothing, those in the recycle bin, and who only asked.
    public func anyone(matching text: String) throws -> [FoundObject] {
        var finding = Finding(text)
        let list = try connection.prepare(
            """
            SELECT i.id, nullif(k.name, ''), nullif(k.principalName, ''), nullif(k.mail, '') FROM (
                SELECT p.key, p.name, coalesce(u.userPrincipalName, a.subjectPrincipalName) AS principalName,
                    coalesce(u.mail, a.subjectEmail) AS mail
                FROM temp.person p LEFT JOIN temp.userKnown u ON u.key = p.key
                LEFT JOIN assignment a ON p.key > 0 AND (a.key, a.since) = (
                    SELECT t.key, t.since FROM temp.assignmentAt t WHERE t.person = p.key
                    ORDER BY t.since DESC, t.key LIMIT 1)
                WHERE p.key > 0
                UNION ALL SELECT key, displayName, userPrincipalName, mail FROM temp.userKnown
                UNION ALL SELECT key, displayName, userPrincipalName, mail FROM temp.deletedUserKnown
                UNION ALL SELECT DISTINCT coalesce(r.requestorPerson, s.person, r.requestor), r.requestorName,
                    r.requestorPrincipalName, r.requestorEmail
                FROM assignmentRequest r LEFT JOIN temp.subjectPerson s ON s.subject = r.requestor
                WHERE r.since <= (SELECT snapshot FROM temp.asOf)) k
            JOIN ident i ON i.key = k.key
            """)
        while try list.step() {
            let (id, name, principalName) = (list.identifier(0) ?? "", list.text(1), list.text(2))
            finding.look(
                at: FoundObject(id: id, name: name, hint: principalName),
                exactly: [id, name, principalName, list.text(3)], holding: [name, principalName])
        }
        return finding.found
    }
}
