import Testing

/// ACCESS.md 3, explained edges: when a package row tells of a direct edge, and when it does not.
@Suite struct ExplainedEdgeTests {
    @Test func aLiveGrantExplainsEveryKindOfEdge() throws {
        try expectRows(
            """
            at 2026-06-15
            package Portal, Member of Staff, Owner of Staff, Reader of app CRM
            assignment A1 of Portal to ann
            member ann in Staff
            owner ann of Staff
            app role Reader of CRM to ann as x1
            ---
            ann  Reader of app CRM  package A1
            ann  Member of Staff    package A1
            ann  Owner of Staff     package A1
            """)
    }

    @Test(arguments: [
        "state delivered", "state delivering", "state partiallyDelivered", "state somethingNew",
        "end 2026-06-10",
    ])
    func activeDeliveringAndOverdueAreLive(clause: String) throws {
        try expectRows(
            """
            at 2026-06-15
            package Portal, Member of Staff
            assignment A1 of Portal to ann, \(clause)
            member ann in Staff
            ---
            ann  Member of Staff  package A1
            """)
    }

    @Test(arguments: [
        "state expired",
        "state expired, expired 2026-06-10",
        "state deliveryFailed",
        "state deliveryFailed, end 2026-06-12",
        "start 2026-06-16",
        "end 2026-06-10, seen 2026-06-05",
        "end 2026-06-12, state expired",
    ])
    func whatIsNotLiveAndDidNotEndLaterLeavesTheEdgeARow(clause: String) throws {
        try expectRows(
            """
            at 2026-06-15
            package Portal, Member of Staff
            assignment A1 of Portal to ann, \(clause)
            member ann in Staff, seen 2026-06-11
            ---
            ann  Member of Staff  direct
            ann  Member of Staff  package A1
            """)
    }

    @Test(arguments: [
        "expired 2026-06-12",
        "state expired, expired 2026-06-12",
        "state expired, expired 2026-06-12, end 2026-06-01",
        "end 2026-06-12, seen 2026-06-11",
        "start 2026-06-01, duration P11D, seen 2026-06-11",
    ])
    func anEndAfterTheEdgeWasSeenExplainsItBecauseNobodyHasLookedSince(clause: String) throws {
        try expectRows(
            """
            at 2026-06-15
            package Portal, Member of Staff
            assignment A1 of Portal to ann, \(clause)
            member ann in Staff, seen 2026-06-11
            show status
            ---
            ann  Member of Staff  package A1  ended
            """)
    }

    @Test func anEndAtTheMomentOfObservationDoesNotExplain() throws {
        try expectRows(
            """
            at 2026-06-15
            package Portal, Member of Staff
            assignment A1 of Portal to ann, state expired, expired 2026-06-11
            member ann in Staff, seen 2026-06-11
            ---
            ann  Member of Staff  direct
            ann  Member of Staff  package A1
            """)
    }

    @Test func anEarlierEndOfTheStateExpiredIsNotItsPlannedOne() throws {
        // expiredDateTime is when access did end: before the edge was seen, whatever was planned.
        try expectRows(
            """
            at 2026-06-15
            package Portal, Member of Staff
            assignment A1 of Portal to ann, end 2026-06-14, state expired, expired 2026-06-02
            member ann in Staff, seen 2026-06-11
            ---
            ann  Member of Staff  direct
            ann  Member of Staff  package A1
            """)
    }
}
