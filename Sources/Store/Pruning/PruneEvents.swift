import GRDB

/// What of the events can be forgotten: those from before the cut on what was gone by then, and versions that
/// another one followed up to the cut.
enum PruneEvents {
    static func run(_ database: Database, _ cut: PruneCut) throws -> [String: Int] {
        try database.execute(sql: holders)
        // Should that fail, it goes with the connection.
        defer { try? database.execute(sql: "DROP TABLE IF EXISTS temp.pruneHolder") }
        var counts: [String: Int] = [:]
        for (table, sql) in statements {
            counts[table, default: 0] += try cut.run(database, sql)
        }
        return counts
    }

    /// Everybody who holds something at the cut or later.
    private static let holders = """
        DROP TABLE IF EXISTS temp.pruneHolder;
        CREATE TEMP TABLE pruneHolder AS
        SELECT key FROM groupMember UNION SELECT key FROM groupOwner
        UNION SELECT principal FROM appRoleAssignment UNION SELECT principal FROM roleAssignment
        UNION SELECT principal FROM roleAssignmentSchedule UNION SELECT principal FROM roleEligibilitySchedule
        UNION SELECT principal FROM groupAssignmentSchedule UNION SELECT principal FROM groupEligibilitySchedule
        UNION SELECT person FROM assignment UNION SELECT subject FROM assignment;
        CREATE UNIQUE INDEX temp.pruneHolderKey ON pruneHolder (key)
        """

    /// In this order: stages and audit events stay with the requests that stay.
    private static let statements: [(table: String, sql: String)] = [
        (
            "assignmentRequest",
            old("assignmentRequest", moment: "createdAt")
                + """
                 AND NOT EXISTS (SELECT 1 FROM assignmentRequest q JOIN assignment a ON a.key = q.assignment
                    WHERE q.key = assignmentRequest.key)
                AND NOT EXISTS (SELECT 1 FROM assignmentRequest q JOIN assignment a ON a.subject = q.requestor
                    WHERE q.key = assignmentRequest.key)
                """
        ),
        (
            "assignmentRequest",
            followed(
                "assignmentRequest",
                keeps: "(v.requestor, v.requestorPerson) IS NOT (b.requestor, b.requestorPerson)")
        ),
        (
            "approvalStage",
            old("approvalStage", moment: "reviewedAt", isChild: true)
                + " AND parent NOT IN (SELECT key FROM assignmentRequest)"
        ),
        ("approvalStage", followed("approvalStage", isChild: true)),
        (
            "directoryAudit",
            old("directoryAudit", moment: "activityAt")
                + """
                 AND key NOT IN (SELECT m.key FROM auditMention m WHERE m.named IN (
                    SELECT key FROM assignment UNION SELECT key FROM assignmentRequest))
                """
        ),
        ("directoryAudit", followed("directoryAudit")),
        (
            "auditMention",
            """
            DELETE FROM auditMention WHERE NOT EXISTS (SELECT 1 FROM directoryAudit a
            WHERE a.key = auditMention.key AND a.since = auditMention.since)
            """
        ),
        (
            "reviewDecision",
            old("reviewDecision", moment: "reviewedAt")
                + """
                 AND NOT EXISTS (SELECT 1 FROM reviewDecision d WHERE d.key = reviewDecision.key
                    AND (d.principal IN (SELECT key FROM temp.pruneHolder)
                        OR d.target IN (SELECT key FROM temp.pruneHolder)))
                """
        ),
        ("reviewDecision", followed("reviewDecision")),
    ]

    /// All versions of an event that was over before the cut, and that nothing after the cut told of.
    private static func old(_ table: String, moment: String, isChild: Bool = false) -> String {
        let same = "n.key = \(table).key" + (isChild ? " AND n.parent = \(table).parent" : "")
        return """
            DELETE FROM \(table) WHERE NOT EXISTS (SELECT 1 FROM \(table) n WHERE \(same)
                AND (n.since > ?1 OR n.\(moment) >= ?2))
            """
    }

    /// Versions of which a later one was observed by the cut.
    private static func followed(_ table: String, isChild: Bool = false, keeps: String? = nil) -> String {
        let same = "b.key = v.key" + (isChild ? " AND b.parent = v.parent" : "")
        let keys = isChild ? ["parent", "key", "since"] : ["key", "since"]
        return """
            DELETE FROM \(table) WHERE (\(keys.joined(separator: ", "))) IN (
                SELECT \(keys.map { "v.\($0)" }.joined(separator: ", "))
                FROM \(table) v JOIN snapshot vs ON vs.number = v.since JOIN \(table) b ON \(same)
                JOIN snapshot bs ON bs.number = b.since AND bs.observedAt <= ?2
                    AND (bs.observedAt, b.since) > (vs.observedAt, v.since)
                WHERE v.since <= ?1\(keeps.map { " AND NOT (\($0))" } ?? ""))
            """
    }
}
