import Testing

/// ACCESS.md 4, approval: what was found, and by which version of the policy it was judged.
@Suite struct ApprovalTests {
    /// One assignment A1 to ann by policy Initial; `lines` tell of its request, votes and policy.
    private func expectApproval(
        _ lines: String, _ approval: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        try expectRows(
            """
            at 2026-06-15
            package Portal, Member of Staff
            assignment A1 of Portal to ann, policy Initial
            \(lines)
            show approval
            ---
            ann  Member of Staff  package A1  approval \(approval)
            """, sourceLocation: sourceLocation)
    }

    @Test(arguments: ["userAdd", "adminAdd"], ["true", "false"])
    func aVoteApprovesWhateverTheRequestAndThePolicySay(type: String, asked: String) throws {
        try expectApproval(
            """
            request R1 \(type) for A1, created 2026-06-01
            policy version Initial, approval \(asked), seen 2026-05-01
            vote v1 for A1, by Bob, at 2026-06-02
            """, "approved by Bob at 2026-06-02")
    }

    @Test func theLastVoteIsTold() throws {
        try expectApproval(
            """
            vote v0 for A1, by Joe
            vote v1 for A1, by Bob, at 2026-06-02
            vote v2 for A1, by Eve, at 2026-06-03
            vote v3 for A1, by Ida
            """, "approved by Eve at 2026-06-03")
        try expectApproval(
            "vote v2 for A1, by Bob, at 2026-06-02\nvote v1 for A1, by Eve, at 2026-06-02",
            "approved by Bob at 2026-06-02")
    }

    @Test func aVoteWithoutANameOrAMomentStillApproves() throws {
        try expectApproval("vote v1 for A1", "approved")
    }

    @Test(arguments: ["userAdd", "adminAdd", "systemAdd", "onBehalfAdd"])
    func notRequiredWhereThePolicySaysFalse(type: String) throws {
        try expectApproval(
            "request R1 \(type) for A1, created 2026-06-01\n"
                + "policy version Initial, approval false, seen 2026-05-01",
            "notRequired")
    }

    @Test(arguments: ["userAdd", "adminAdd"])
    func unknownWhereThePolicyDoesNotSayIt(type: String) throws {
        try expectApproval(
            "request R1 \(type) for A1, created 2026-06-01\npolicy version Initial, seen 2026-05-01",
            "unknown")
    }

    @Test(arguments: [
        ("adminAdd", "bypassed"), ("AdminAdd", "bypassed"), ("userAdd", "unknown"), ("systemAdd", "unknown"),
        ("onBehalfAdd", "unknown"),
    ])
    func bypassedOnlyByAnAdministratorAlthoughThePolicyAsks(type: String, approval: String) throws {
        try expectApproval(
            "request R1 \(type) for A1, created 2026-06-01\n"
                + "policy version Initial, approval true, seen 2026-05-01",
            approval)
    }

    @Test func unknownWhereNothingIsKnown() throws {
        try expectApproval("request R1 adminAdd for A1, created 2026-06-01", "unknown")
        try expectApproval("policy Initial, duration P1D", "unknown")
    }

    @Test func onlyPackageGrantsAreApproved() throws {
        try expectRows(
            """
            at 2026-06-15
            member ann in Staff
            show approval
            ---
            ann  Member of Staff  direct
            """)
    }
}
