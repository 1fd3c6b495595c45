/// The sixth schema: lists of the personnel department, and what review history reports tell of reviews.
enum Schema6 {
    static let sql = personnel + reports

    private static let personnel = Schema1.state(
        "personnel",
        """
        employeeId TEXT, mail TEXT, displayName TEXT, manager TEXT, department TEXT, endsAt INTEGER
        """)

    private static let reports = """
        ALTER TABLE reviewDecision ADD COLUMN report TEXT;
        ALTER TABLE reviewDecision ADD COLUMN reviewName TEXT;
        ALTER TABLE reviewDecision ADD COLUMN reviewStatus TEXT;
        ALTER TABLE reviewDecision ADD COLUMN reviewStartsAt INTEGER;
        ALTER TABLE reviewDecision ADD COLUMN reviewEndsAt INTEGER;
        """
}
