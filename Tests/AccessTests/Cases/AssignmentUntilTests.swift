import Testing

/// ACCESS.md 3, until rules 1 to 3 and 5: what the assignment itself says of its end.
@Suite struct AssignmentUntilTests {
    /// One assignment to ann at 2026-06-15; `clauses` is what it says, `until` what the row tells.
    private func expectUntil(
        _ clauses: String, _ until: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        try expectRows(
            """
            at 2026-06-15
            package Portal, Member of Staff
            policy Quarter, duration P3M
            assignment A1 of Portal to ann, \(clauses)
            show until
            ---
            ann  Member of Staff  package A1  until \(until)
            """, sourceLocation: sourceLocation)
    }

    @Test(arguments: [
        "type noExpiration",
        "type NoExpiration, end 2026-07-01",
        "type noExpiration, duration P14D, start 2026-06-01",
        "type noExpiration, policy Quarter, start 2026-06-01",
    ])
    func noExpirationWinsOverEverything(clauses: String) throws {
        try expectUntil(clauses, "never (assignment)")
    }

    @Test(arguments: [
        "type afterDateTime, end 2026-07-01",
        "end 2026-07-01",
        "type notSpecified, end 2026-07-01",
        "type afterDuration, end 2026-07-01, duration P14D, start 2026-06-01",
        "type somethingNew, end 2026-07-01, policy Quarter, start 2026-06-01",
    ])
    func anEndDateWinsOverTheTypeAndTheDuration(clauses: String) throws {
        try expectUntil(clauses, "2026-07-01 (assignment)")
    }

    @Test(arguments: [
        "type afterDuration, duration P30D, start 2026-06-01",
        "duration P30D, start 2026-06-01",
        "type notSpecified, duration P30D, start 2026-06-01",
        "type afterDateTime, duration P30D, start 2026-06-01, policy Quarter",
        "type afterDateTime, end 0001-01-01T00:00:00Z, duration P30D, start 2026-06-01",
    ])
    func aDurationIsAddedToTheStart(clauses: String) throws {
        try expectUntil(clauses, "2026-07-01 (assignment)")
    }

    @Test(arguments: [
        "duration P30D", "type afterDuration, duration P30D, policy Quarter",
        "duration P30D, start 0001-01-01T00:00:00Z",
    ])
    func aDurationWithoutAStartEndsNobodyKnowsWhen(clauses: String) throws {
        try expectUntil(clauses, "unknown (assignment)")
    }

    @Test(arguments: [
        "end 9999-12-31", "end 9999-12-31T23:59:59.9999999Z", "type afterDateTime, end 9999-12-31",
    ])
    func theLastDayOfTheCalendarMeansNever(clauses: String) throws {
        try expectUntil(clauses, "never (assignment)")
    }

    @Test(arguments: [
        "state delivered", "type notSpecified", "type afterDateTime", "type afterDuration",
        "type afterDateTime, end 0001-01-01T00:00:00Z", "end null", "duration null, start 2026-06-01",
        "end 00000000-0000-0000-0000-000000000000", "type somethingNew", "policy Silent",
        "expired 2026-07-01",
    ])
    func whereNobodySaysAnythingItIsUnknown(clauses: String) throws {
        try expectUntil(clauses, "unknown (none)")
    }

    @Test(arguments: [
        ("2026-01-31", "P1M", "2026-02-28"),
        ("2024-01-31", "P1M", "2024-02-29"),
        ("2026-03-31", "P1M", "2026-04-30"),
        ("2026-12-31", "P2M", "2027-02-28"),
        ("2024-02-29", "P1Y", "2025-02-28"),
        ("2026-01-31", "P1M1D", "2026-03-01"),
        ("2026-02-27", "P2W", "2026-03-13"),
        ("2026-03-28T23:30:00Z", "P1D", "2026-03-29T23:30:00Z"),
        ("2026-06-01T22:00:00Z", "PT3H", "2026-06-02T01:00:00Z"),
        ("2026-06-01T22:00:00+02:00", "P1D", "2026-06-02T20:00:00Z"),
    ])
    func durationsAreAddedOnTheCalendarInUTC(start: String, duration: String, end: String) throws {
        try expectUntil("start \(start), duration \(duration)", "\(end) (assignment)")
    }
}
