import Testing

/// ACCESS.md 3, until rule 4: where the assignment says nothing, its policy speaks.
@Suite struct PolicyUntilTests {
    /// One assignment to ann, seen and judged at 2026-06-15.
    private func expectUntil(
        policy: String, _ clauses: String, _ until: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        try expectRows(
            """
            at 2026-06-15
            package Portal, Member of Staff
            policy Initial, \(policy)
            assignment A1 of Portal to ann, policy Initial, \(clauses)
            show until status
            ---
            ann  Member of Staff  package A1  until \(until)
            """, sourceLocation: sourceLocation)
    }

    @Test(arguments: [
        "start 2026-06-01", "type notSpecified, start 2026-06-01", "type afterDateTime, start 2026-06-01",
        "type afterDuration, start 2026-06-01", "end 0001-01-01, start 2026-06-01",
    ])
    func thePolicySpeaksWhereTheAssignmentIsSilent(clauses: String) throws {
        try expectUntil(policy: "type afterDuration, duration P30D", clauses, "2026-07-01 (policy) active")
    }

    @Test(arguments: [
        ("type noExpiration", "never (policy) active"),
        ("type noExpiration, end 2026-07-02", "never (policy) active"),
        ("type afterDuration, end 2026-07-02, duration P30D", "2026-07-02 (policy) active"),
        ("type notSpecified, duration P30D", "2026-07-01 (policy) active"),
        ("end 9999-12-31T00:00:00Z", "never (policy) active"),
        ("type notSpecified", "unknown (none) active"),
        ("type afterDateTime, end null", "unknown (none) active"),
    ])
    func thePolicyIsReadByTheSameRules(policy: String, until: String) throws {
        try expectUntil(policy: policy, "start 2026-06-01", until)
    }

    @Test func aDurationOfThePolicyNeedsAStartToo() throws {
        try expectUntil(policy: "duration P30D", "state delivered", "unknown (policy) active")
    }

    @Test func anEndThatTheSourceOutlivedIsRefuted() throws {
        try expectUntil(policy: "duration P7D", "start 2026-06-01", "unknown (policy) active")
    }

    @Test func anEndAtTheMomentOfObservationIsRefutedToo() throws {
        try expectUntil(policy: "duration P14D", "start 2026-06-01", "unknown (policy) active")
        try expectUntil(
            policy: "duration P14DT1S", "start 2026-06-01", "2026-06-15T00:00:01Z (policy) active")
    }

    @Test(arguments: ["expired", "Expired"])
    func anEndIsNotRefutedWhereTheStateIsExpired(state: String) throws {
        try expectUntil(
            policy: "duration P7D", "state \(state), start 2026-06-01", "2026-06-08 (policy) ended")
    }

    @Test func anEndIsRefutedAlthoughExpiredDateTimeSaysThatItEnded() throws {
        try expectUntil(
            policy: "duration P7D", "expired 2026-06-14, start 2026-06-01", "unknown (policy) ended")
    }

    @Test func anEndBetweenObservationAndTIsNotRefutedButOver() throws {
        try expectUntil(
            policy: "duration P7D", "start 2026-06-01, seen 2026-06-05", "2026-06-08 (policy) ended")
    }

    @Test func anEndThatTheAssignmentStatesIsNeverRefuted() throws {
        try expectUntil(
            policy: "duration P90D", "start 2026-06-01, end 2026-06-08", "2026-06-08 (assignment) overdue")
    }
}
