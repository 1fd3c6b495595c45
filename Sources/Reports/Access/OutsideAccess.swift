public import Resolution

/// The view `outsideAccess`: the `position` of each row of `access` that no package explains. Neither is it a
/// package's own, nor does the person hold the same role on the same resource by a package, nor is the person by a
/// package in the group that conveys it.
enum OutsideAccess {
    static let declaration = MomentView(
        name: "outsideAccess",
        doc: """
            which rows of access no package explains: neither does a package give the person the same role on the \
            same resource, nor is the person by a package in the group that conveys it
            """,
        columns: [("position", "the row of access")])

    static let sql = """
        CREATE TEMP VIEW outsideAccess AS
        WITH byPackage AS MATERIALIZED (
            SELECT DISTINCT person, resourceId, roleId FROM temp.accessGrant
            WHERE "grant" = 'package' AND status IN ('active', 'delivering', 'overdue') AND roleId IS NOT NULL)
        SELECT g.position AS position FROM temp.accessGrant g
        LEFT JOIN byPackage s ON s.person = g.person AND s.resourceId = g.resourceId AND s.roleId = g.roleId
        LEFT JOIN byPackage v ON v.person = g.person AND v.resourceId = g.via ->> '$[0].id'
            AND v.roleId = 'Member_' || (g.via ->> '$[0].id')
        WHERE g."grant" <> 'package' AND s.person IS NULL AND v.person IS NULL
        """
}

extension ReportRun {
    /// What a query may read beside `access`, for the manual.
    public static let outsideAccess: MomentView = OutsideAccess.declaration
}
