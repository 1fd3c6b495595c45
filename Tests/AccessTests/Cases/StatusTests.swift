import Testing

/// ACCESS.md 3, status of package grants: the first rule that holds.
@Suite struct StatusTests {
    /// One assignment to ann; `clauses` is what it says, judged at 2026-06-15.
    private func expectStatus(
        _ clauses: String, _ status: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        try expectRows(
            """
            at 2026-06-15
            package Portal, Member of Staff
            assignment A1 of Portal to ann, \(clauses)
            show status
            ---
            ann  Member of Staff  package A1  \(status)
            """, sourceLocation: sourceLocation)
    }

    @Test(arguments: [
        "state deliveryFailed", "state DeliveryFailed", "state deliveryFailed, expired 2026-06-01",
        "state deliveryFailed, start 2026-07-01", "state deliveryFailed, end 2026-06-01",
    ])
    func rule1AFailedDeliveryIsFailedWhateverElseIsSaid(clauses: String) throws {
        try expectStatus(clauses, "failed")
    }

    @Test(arguments: [
        "state expired", "state Expired", "state expired, start 2026-07-01", "state expired, end 2026-06-01",
        "state expired, type noExpiration", "expired 2026-06-14", "expired 2026-06-15",
        "state delivering, expired 2026-06-15", "expired 2026-06-01, start 2026-07-01",
        "expired 2026-06-01, end 2026-06-01", "state expired, expired null",
    ])
    func rule2WhatExpiredIsEnded(clauses: String) throws {
        try expectStatus(clauses, "ended")
    }

    @Test(arguments: ["expired 2026-06-15T00:00:01Z", "expired null", "expired 0001-01-01T00:00:00Z"])
    func rule2ExpiredLaterOrNeverIsNotExpired(clauses: String) throws {
        try expectStatus(clauses, "active")
    }

    @Test(arguments: [
        "start 2026-06-15T00:00:01Z", "start 2026-06-15T00:00:00.0000001Z",
        "start 2026-07-01, state delivering",
        "start 2026-07-01, end 2026-06-01", "start 2026-07-01, end 2026-08-01, expired 2026-07-15",
    ])
    func rule3WhatStartsLaterIsScheduled(clauses: String) throws {
        try expectStatus(clauses, "scheduled")
    }

    @Test func rule3WhatStartsAtThisMomentHasStarted() throws {
        try expectStatus("start 2026-06-15", "active")
    }

    @Test(arguments: [
        "end 2026-06-10, seen 2026-06-11", "end 2026-06-10, seen 2026-06-10",
        "end 2026-06-15, seen 2026-06-15",
        "end 2026-06-10, state delivering", "end 2026-06-10, state somethingNew",
        "start 2026-06-01, duration P7D",
    ])
    func rule4WhatTheSourceStillShowedAfterItsEndIsOverdue(clauses: String) throws {
        try expectStatus(clauses, "overdue")
    }

    @Test(arguments: [
        "end 2026-06-10, seen 2026-06-09", "end 2026-06-15, seen 2026-06-14",
        "end 2026-06-10T00:00:00.0000001Z, seen 2026-06-10",
        "end 2026-06-10, seen 2026-06-09, state delivering",
    ])
    func rule4WhatEndedSinceTheSourceShowedItIsEnded(clauses: String) throws {
        try expectStatus(clauses, "ended")
    }

    @Test(arguments: [
        "state delivering", "state Delivering", "state partiallyDelivered",
        "state delivering, end 2026-06-16", "state delivering, type noExpiration",
    ])
    func rule5WhatIsBeingDeliveredIsDelivering(clauses: String) throws {
        try expectStatus(clauses, "delivering")
    }

    @Test(arguments: [
        "state delivered", "state somethingNew", "state unknownFutureValue", "end 2026-06-15T00:00:01Z",
        "start 2026-06-01", "end 9999-12-31",
    ])
    func rule6EverythingElseIsActiveAnUnknownStateToo(clauses: String) throws {
        try expectStatus(clauses, "active")
    }

    @Test func anUnknownStateKeepsTheWordOfTheSource() throws {
        try expectRows(
            """
            at 2026-06-15
            assignment A1 of ? to ann, state SomethingNew
            show state status
            ---
            ann  nothing known  package A1  state SomethingNew  active
            """)
    }
}
