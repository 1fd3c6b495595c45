/// The fifth schema: memberships and ownerships of groups with terms, as PIM for Groups tells them.
enum Schema5 {
    static let sql =
        schedule("groupAssignmentSchedule", columns + ", assignmentType TEXT")
        + schedule("groupEligibilitySchedule", columns)

    private static let columns = """
        directoryGroup INTEGER, principal INTEGER, relation TEXT, startsAt INTEGER, endsAt INTEGER,
        memberType TEXT
        """

    private static func schedule(_ table: String, _ columns: String) -> String {
        Schema1.state(table, columns)
            + """
            CREATE INDEX \(table)Principal ON \(table) (principal);
            CREATE INDEX \(table)Group ON \(table) (directoryGroup);

            """
    }
}
