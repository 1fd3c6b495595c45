import Model
import Store

/// Temporary tables of the few audit events that matter here, narrow enough to be looked up for each assignment.
enum AuditTables {
    private static let activities = """
        ('approve access package assignment request', 'administrator directly assigns user to access package')
        """

    /// An event is taken with all its versions when one of them is of these activities.
    static let sql = """
        CREATE TEMP TABLE approvalEvent (
            key INTEGER NOT NULL, since INTEGER NOT NULL, id BLOB NOT NULL, isApproval INTEGER, isSuccess INTEGER,
            at INTEGER, by TEXT, PRIMARY KEY (key, since)) WITHOUT ROWID;
        INSERT INTO temp.approvalEvent
        SELECT a.key, a.since, i.id,
        CASE lower(a.activity) WHEN 'approve access package assignment request' THEN 1
            WHEN 'administrator directly assigns user to access package' THEN 0 END,
        lower(a.result) = 'success', a.activityAt,
        CASE WHEN \(IdentSQL.text("ni.id")) = '\(Identifier.zero)' THEN NULL ELSE coalesce(
            nullif(a.initiatorName, ''), nullif(a.initiatorPrincipalName, ''), nullif(a.initiatorApp, '')) END
        FROM directoryAudit a CROSS JOIN ident i ON i.key = a.key LEFT JOIN ident ni ON ni.key = a.initiator
        WHERE a.key IN (SELECT key FROM directoryAudit WHERE lower(activity) IN \(activities));
        CREATE TEMP TABLE approvalMention (
            named INTEGER NOT NULL, key INTEGER NOT NULL, since INTEGER NOT NULL, PRIMARY KEY (named, key, since))
            WITHOUT ROWID;
        INSERT INTO temp.approvalMention SELECT named, key, since FROM auditMention
        WHERE key IN (SELECT key FROM temp.approvalEvent) ORDER BY named, key, since
        """
}
