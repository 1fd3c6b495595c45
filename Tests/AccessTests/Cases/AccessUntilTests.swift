import Testing

/// ACCESS.md 3, accessUntil: when access to one role of one resource ends over all ways to it.
@Suite struct AccessUntilTests {
    /// Two assignments of one role to ann; both rows must tell the same end.
    @Test(arguments: [
        ("end 2026-07-01", "end 2026-08-01", "2026-08-01"),
        ("end 2026-07-01", "state delivered", "unknown"),
        ("state delivered", "type noExpiration", "never"),
        ("end 2026-07-01", "start 2026-07-01, end 2026-09-01", "2026-09-01"),
        ("end 2026-06-10", "state expired, end 2026-12-01", "2026-06-10"),
        ("end 2026-07-01", "state deliveryFailed, type noExpiration", "2026-07-01"),
        ("end 2026-07-01", "state expired, type noExpiration", "2026-07-01"),
        ("state expired", "state deliveryFailed", "-"),
    ])
    func packagesAreJoinedOverWhatIsLiveOrScheduled(first: String, second: String, until: String) throws {
        try expectRows(
            """
            at 2026-06-15
            package Portal, Reader of app CRM
            assignment A1 of Portal to ann, \(first)
            assignment A2 of Portal to ann, \(second)
            show access
            ---
            ann  Reader of app CRM  package A1  access until \(until)
            ann  Reader of app CRM  package A2  access until \(until)
            """)
    }

    @Test func neverBeatsOpenBeatsUnknownBeatsADate() throws {
        try expectRows(
            """
            at 2026-06-15
            package Date, Member of G1, Member of G2, Member of G3, Member of G4
            package Silent, Member of G2, Member of G3, Member of G4
            package Never, Member of G4
            group Staff in G3
            group Staff in G4
            member ann in Staff
            assignment A1 of Date to ann, end 2026-07-01
            assignment A2 of Silent to ann
            assignment A3 of Never to ann, type noExpiration
            show until access
            ---
            ann  Member of G1  package A1   until 2026-07-01 (assignment)  access until 2026-07-01
            ann  Member of G2  package A1   until 2026-07-01 (assignment)  access until unknown
            ann  Member of G2  package A2   until unknown (none)           access until unknown
            ann  Member of G3  nestedGroup  until open (none)              access until open
            ann  Member of G3  package A1   until 2026-07-01 (assignment)  access until open
            ann  Member of G3  package A2   until unknown (none)           access until open
            ann  Member of G4  nestedGroup  until open (none)              access until never
            ann  Member of G4  package A1   until 2026-07-01 (assignment)  access until never
            ann  Member of G4  package A2   until unknown (none)           access until never
            ann  Member of G4  package A3   until never (assignment)       access until never
            ann  Member of Staff  direct    until open (none)              access until open
            """)
    }

    @Test func endedAndFailedRowsCarryItToo() throws {
        try expectRows(
            """
            at 2026-06-15
            package Portal, Member of Staff
            assignment A1 of Portal to ann, state expired, expired 2026-01-01
            assignment A2 of Portal to ann, state deliveryFailed
            assignment A3 of Portal to ann, end 2026-07-01
            show status access
            ---
            ann  Member of Staff  package A1  ended   access until 2026-07-01
            ann  Member of Staff  package A2  failed  access until 2026-07-01
            ann  Member of Staff  package A3  active  access until 2026-07-01
            """)
    }

    @Test func anExplainedEdgeIsNoGrantOfItsOwn() throws {
        try expectRows(
            """
            at 2026-06-15
            package Portal, Member of Staff
            assignment A1 of Portal to ann, end 2026-07-01
            assignment A2 of Portal to bob, end 2026-06-14, seen 2026-06-10
            member ann in Staff
            member bob in Staff, seen 2026-06-10
            show status access
            ---
            ann  Member of Staff  package A1  active  access until 2026-07-01
            bob  Member of Staff  package A2  ended   access until -
            """)
    }

    @Test func everyWayToAnAppRoleCounts() throws {
        try expectRows(
            """
            at 2026-06-15
            package Portal, Reader of app CRM
            assignment A1 of Portal to ann, end 2026-07-01
            member ann in Staff
            app role Reader of CRM to group Staff as x1
            app role Admin of CRM to ann as x2
            show access
            ---
            ann  Admin of app CRM   direct x2           access until open
            ann  Reader of app CRM  groupAssignment x1  access until open
            ann  Reader of app CRM  package A1          access until open
            ann  Member of Staff    direct              access until open
            """)
    }
}
