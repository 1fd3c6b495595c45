/// The seventh schema: who administers catalogs.
enum Schema7 {
    static let sql =
        Schema1.state(
            "catalogRole", "displayName TEXT, description TEXT, isBuiltIn INTEGER, isEnabled INTEGER")
        + Schema1.state(
            "catalogRoleAssignment", "principal INTEGER, role INTEGER, appScope TEXT, catalog INTEGER")
}
