import Testing

/// ACCESS.md 3, "what a group conveys lasts no longer than the membership": the end of one membership, as the
/// nested group above it tells.
@Suite struct MembershipUntilTests {
    /// Staff is a member of All; `lines` tell how ann came into Staff; the row of All must end as said.
    private func expectUntil(
        _ lines: String, _ until: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let accessCase = try AccessCase(
            """
            at 2026-06-15
            group Staff in All
            package Portal, Member of Staff
            \(lines)
            show until
            ---
            ann  Member of All  nestedGroup  until \(until)
            """)
        let found = try accessCase.rows().filter { $0.contains("nestedGroup") }
        #expect(found == accessCase.expected, sourceLocation: sourceLocation)
    }

    @Test func aDirectMembershipIsOpen() throws {
        try expectUntil("member ann in Staff", "open (none)")
    }

    @Test func aMembershipByRuleIsOpen() throws {
        try expectUntil("group Staff, dynamic\nmember ann in Staff", "open (none)")
    }

    @Test(arguments: [
        ("end 2026-07-01", "2026-07-01 (membership)"),
        ("type noExpiration", "never (membership)"),
        ("state delivered", "unknown (membership)"),
        ("end 2026-06-10", "2026-06-10 (membership)"),
    ])
    func aPackagedMembershipEndsWithThePackage(clause: String, until: String) throws {
        try expectUntil("member ann in Staff\nassignment A1 of Portal to ann, \(clause)", until)
    }

    @Test(arguments: [
        ("end 2026-07-01", "end 2026-08-01", "2026-08-01 (membership)"),
        ("end 2026-07-01", "state delivered", "unknown (membership)"),
        ("type noExpiration", "state delivered", "never (membership)"),
        ("end 2026-07-01", "start 2026-07-01, end 2026-09-01", "2026-09-01 (membership)"),
        ("end 2026-07-01", "end 2026-12-01, state expired, expired 2026-06-01", "2026-07-01 (membership)"),
        ("end 2026-07-01", "end 2026-12-01, state deliveryFailed", "2026-07-01 (membership)"),
    ])
    func severalPackagesAreJoinedOverWhatIsLiveOrScheduled(
        first: String, second: String, until: String
    ) throws {
        let lines = [first, second].enumerated().map { "assignment A\($0) of Portal to ann, \($1)" }
        try expectUntil("member ann in Staff\n" + lines.joined(separator: "\n"), until)
        try expectUntil("member ann in Staff\n" + lines.reversed().joined(separator: "\n"), until)
    }

    @Test(arguments: [
        ("end 2026-07-01", "open (none)"), ("state delivered", "open (none)"),
        ("type noExpiration", "never (membership)"),
    ])
    func aRuleBesideAPackageKeepsTheMembershipOpenAtLeast(clause: String, until: String) throws {
        try expectUntil(
            "group Staff, dynamic\nmember ann in Staff\nassignment A1 of Portal to ann, \(clause)", until)
    }

    @Test(arguments: [
        ("start 2026-07-01, end 2026-08-01", "open (none)"),
        ("start 2026-07-01, type noExpiration", "never (membership)"),
        ("state expired, expired 2026-06-01", "open (none)"),
    ])
    func aDirectMembershipBesideAPackageThatDoesNotExplainItIsOpenAtLeast(
        clause: String, until: String
    ) throws {
        try expectUntil("member ann in Staff\nassignment A1 of Portal to ann, \(clause)", until)
    }

    @Test func whereOnlyEndedGrantsExplainTheEdgeTheLatestOfTheirEndsCounts() throws {
        try expectUntil(
            """
            member ann in Staff, seen 2026-06-05
            assignment A1 of Portal to ann, state expired, expired 2026-06-10, end 2026-09-01
            assignment A2 of Portal to ann, end 2026-06-12, seen 2026-06-05
            assignment A3 of Portal to ann, state expired, expired 2026-06-01
            assignment A4 of Portal to ann, state expired
            assignment A5 of Portal to ann, start 2026-07-01, end 2026-08-01
            """, "2026-06-12 (membership)")
    }

    @Test func aRuleBesideAnEndedGrantIsOpenBecauseItHasARowOfItsOwn() throws {
        try expectUntil(
            """
            group Staff, dynamic
            member ann in Staff, seen 2026-06-05
            assignment A1 of Portal to ann, state expired, expired 2026-06-10
            """, "open (none)")
    }
}
