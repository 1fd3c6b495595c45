import Testing

/// ACCESS.md 3, start, and ACCESS.md 4, which request is the first that asked for an assignment.
@Suite struct StartTests {
    @Test(arguments: [
        ("start 2026-06-01", "2026-06-01"),
        ("state delivered", "2026-06-03"),
        ("start 0001-01-01T00:00:00Z", "2026-06-03"),
        ("start null", "2026-06-03"),
    ])
    func theScheduleComesBeforeTheCompletedRequest(clauses: String, start: String) throws {
        try expectRows(
            """
            at 2026-06-15
            package Portal, Member of Staff
            request R1 userAdd for A1, created 2026-06-02, completed 2026-06-03
            assignment A1 of Portal to ann, \(clauses)
            show from
            ---
            ann  Member of Staff  package A1  from \(start)
            """)
    }

    @Test func aRequestThatIsNotCompletedStartsWhenItWasCreated() throws {
        try expectRows(
            """
            at 2026-06-15
            package Portal, Member of Staff
            request R1 userAdd for A1, created 2026-06-02
            request R2 userAdd for A2, created 2026-06-02, completed null
            request R3 userAdd for A3
            assignment A1 of Portal to ann, duration P30D
            assignment A2 of Portal to ann, duration P30D
            assignment A3 of Portal to ann, duration P30D
            assignment A4 of Portal to ann, duration P30D
            show from until
            ---
            ann  Member of Staff  package A1  from 2026-06-02  until 2026-07-02 (assignment)
            ann  Member of Staff  package A2  from 2026-06-02  until 2026-07-02 (assignment)
            ann  Member of Staff  package A3  from -           until unknown (assignment)
            ann  Member of Staff  package A4  from -           until unknown (assignment)
            """)
    }

    @Test func onlyTheEarliestRequestIsAskedEvenWhereALaterOneWasCompleted() throws {
        try expectRows(
            """
            at 2026-06-15
            package Portal, Member of Staff
            request R1 userAdd for A1, created 2026-06-05, completed 2026-06-05
            request R2 userAdd for A1, created 2026-06-02
            assignment A1 of Portal to ann
            show request from
            ---
            ann  Member of Staff  package A1  request R2  from 2026-06-02
            """)
    }

    @Test func theEarliestRequestIsTheFirstCreatedThenTheSmallerId() throws {
        try expectRows(
            """
            at 2026-06-15
            package Portal, Member of Staff
            request R1 userAdd for A1
            request R2 adminAdd for A1, created 2026-06-03
            request R4 systemAdd for A1, created 2026-06-02
            request R3 onBehalfAdd for A1, created 2026-06-02T00:00:00.0000000Z
            request r2 userAdd for A2
            request R9 userAdd for A2
            assignment A1 of Portal to ann
            assignment A2 of Portal to ann
            show request
            ---
            ann  Member of Staff  package A1  request R3
            ann  Member of Staff  package A2  request R9
            """)
    }

    @Test func onlyAddRequestsAskForAnAssignmentInWhateverCase() throws {
        try expectRows(
            """
            at 2026-06-15
            package Portal, Member of Staff
            request R1 userUpdate for A1, created 2026-01-01
            request R2 adminRemove for A1, created 2026-01-02
            request R3 userExtend for A1, created 2026-01-03
            request R4 UserAdd for A1, created 2026-01-04
            request R5 approverRemove for A2, created 2026-01-05
            assignment A1 of Portal to ann
            assignment A2 of Portal to ann
            show request from
            ---
            ann  Member of Staff  package A1  request R4  from 2026-01-04
            ann  Member of Staff  package A2  request -   from -
            """)
    }
}
