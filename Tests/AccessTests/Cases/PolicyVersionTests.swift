import Testing

/// ACCESS.md 4, approval: the version of the policy observed last at or before the request.
@Suite struct PolicyVersionTests {
    /// The policy asked for approval when it was seen on 2026-02-01, and no more on 2026-04-01.
    private func expectApproval(
        _ request: String, _ approval: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        try expectRows(
            """
            at 2026-06-15
            package Portal, Member of Staff
            policy version Initial, approval false, seen 2026-04-01
            policy version Initial, approval true, seen 2026-02-01
            assignment A1 of Portal to ann, policy Initial
            \(request)
            show approval
            ---
            ann  Member of Staff  package A1  approval \(approval)
            """, sourceLocation: sourceLocation)
    }

    @Test(arguments: [
        ("2026-02-01", "bypassed"), ("2026-03-31", "bypassed"), ("2026-03-31T23:59:59Z", "bypassed"),
        ("2026-04-01", "notRequired"), ("2026-06-01", "notRequired"),
    ])
    func theVersionSeenLastBeforeTheRequestDecides(created: String, approval: String) throws {
        try expectApproval("request R1 adminAdd for A1, created \(created)", approval)
    }

    @Test(arguments: ["created 2026-01-31", "created null", "completed 2026-05-01"])
    func whereNoneIsSoOldTheEarliestDecidesAndItsMomentIsTold(clause: String) throws {
        try expectApproval("request R1 adminAdd for A1, \(clause)", "bypassed as of 2026-02-01")
        try expectApproval("request R1 userAdd for A1, \(clause)", "unknown as of 2026-02-01")
    }

    @Test func withoutARequestTheEarliestDecidesToo() throws {
        try expectApproval("show approval", "unknown as of 2026-02-01")
    }

    @Test func anApprovalNeedsNoPolicy() throws {
        try expectApproval("vote v1 for A1, by Bob, at 2026-02-02", "approved by Bob at 2026-02-02")
    }

    @Test func theEarliestRequestDecidesWhichVersionCounts() throws {
        try expectApproval(
            "request R1 userAdd for A1, created 2026-05-01\nrequest R2 adminAdd for A1, created 2026-03-01",
            "bypassed")
    }
}
