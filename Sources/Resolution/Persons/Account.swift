import Store

/// SQL for what is known of a person `p.key`: the user, else the deleted user over the user, else what
/// assignments and edges tell (ACCESS.md 2 and 5).
enum Account {
    /// The text of an id, in Swift's form.
    static func idSQL(_ column: String) -> String {
        IdentSQL.text(column)
    }

    /// The alternatives for a name, best first, empty ones out.
    static let namesSQL = """
        (SELECT nullif(CASE WHEN u.isOpen IS NOT TRUE AND d.key IS NOT NULL AND \(saidSQL("d", "displayName"))
                AND (u.key IS NULL OR d.until IS NULL OR u.since < d.until) THEN d.displayName
                ELSE u.displayName END, '')
            FROM (SELECT p.key AS key) x LEFT JOIN temp.userKnown u ON u.key = x.key
            LEFT JOIN temp.deletedUserKnown d ON d.key = x.key),
        (SELECT nullif(s.displayName, '') FROM temp.servicePrincipalKnown s WHERE s.key = p.key),
        (SELECT a.subjectName FROM temp.assignmentAt t JOIN assignment a ON a.key = t.key AND a.since = t.since
            WHERE t.person = p.key AND p.key > 0 AND a.subjectName <> '' ORDER BY a.since DESC, a.key LIMIT 1),
        (SELECT t.displayName FROM temp.toldKnown t WHERE t.key = p.key AND t.displayName <> ''
            AND t.source IN (\(toldSources(edges: true))) ORDER BY t.since DESC, t.source LIMIT 1),
        (SELECT t.displayName FROM temp.toldKnown t WHERE t.key = p.key AND t.displayName <> ''
            AND t.source = \(ToldSource.requestor.rawValue) ORDER BY t.since DESC, t.source LIMIT 1)
        """

    /// Whether the recycle bin says the column, be it that it is empty.
    static func saidSQL(_ alias: String, _ column: String) -> String {
        "instr(',' || \(alias).said || ',', ',\(column),') > 0"
    }

    static func toldSources(edges: Bool) -> String {
        ToldSource.allCases.filter { $0.isEdge == edges }.map { String($0.rawValue) }.joined(separator: ", ")
    }
}
