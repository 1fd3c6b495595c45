import Testing

/// ACCESS.md 3: the end of what groups convey, from the memberships and from its own end.
@Suite struct ConveyedUntilTests {
    @Test func aNestedMembershipLastsAsLongAsTheLongestOfItsWays() throws {
        try expectRows(
            """
            at 2026-06-15
            group Day in All
            group Night in Later
            group Later in All
            package Portal, Member of Day, Member of Night
            package Brief, Member of Day
            assignment A1 of Portal to ann, end 2026-09-01
            assignment A2 of Brief to bob, end 2026-07-01
            member ann in Day
            member ann in Night
            member bob in Day
            member bob in Night
            show via paths until
            ---
            ann  Member of All    nestedGroup  via Day    paths 2  until 2026-09-01 (membership)
            ann  Member of Day    package A1                       until 2026-09-01 (assignment)
            ann  Member of Later  nestedGroup  via Night  paths 1  until 2026-09-01 (membership)
            ann  Member of Night  package A1                       until 2026-09-01 (assignment)
            bob  Member of All    nestedGroup  via Day    paths 2  until open (none)
            bob  Member of Day    package A2                       until 2026-07-01 (assignment)
            bob  Member of Later  nestedGroup  via Night  paths 1  until open (none)
            bob  Member of Night  direct                           until open (none)
            """)
    }

    /// Ann is in Staff by `assignment`; Staff holds `role`; the row of the role must end as said.
    @Test(arguments: [
        ("end 2026-07-01", "scheduled", "to 2026-08-01", "2026-07-01 (membership)"),
        ("end 2026-08-01", "scheduled", "to 2026-07-01", "2026-07-01 (assignment)"),
        ("end 2026-07-01", "scheduled", "to 2026-07-01", "2026-07-01 (assignment)"),
        ("end 2026-07-01", "scheduled", "from 2026-01-01", "2026-07-01 (membership)"),
        ("state delivered", "scheduled", "to 2026-07-01", "2026-07-01 (assignment)"),
        ("state delivered", "scheduled", "from 2026-01-01", "unknown (membership)"),
        ("type noExpiration", "scheduled", "to 2026-07-01", "2026-07-01 (assignment)"),
        ("type noExpiration", "scheduled", "from 2026-01-01", "never (assignment)"),
        ("end 2026-07-01", "plain", "seen 2026-06-15", "2026-07-01 (membership)"),
        ("state delivered", "plain", "seen 2026-06-15", "unknown (membership)"),
        ("type noExpiration", "plain", "seen 2026-06-15", "open (none)"),
        ("end 2026-07-01", "eligible", "to 2026-08-01", "2026-07-01 (membership)"),
        ("end 2026-07-01", "eligible", "from 2026-01-01", "2026-07-01 (membership)"),
        ("type noExpiration", "eligible", "from 2026-01-01", "never (assignment)"),
    ])
    func aRoleByGroupEndsWithTheEarlierOfMembershipAndSchedule(
        assignment: String, kind: String, role: String, until: String
    ) throws {
        let grant = kind == "eligible" ? "roleEligibility" : "groupAssignment"
        try expectRows(
            """
            at 2026-06-15
            package Portal, Member of Staff
            assignment A1 of Portal to ann, \(assignment)
            member ann in Staff
            directory role Helpdesk \(kind) for group Staff as s1, \(role)
            show until
            ---
            ann  directory role Helpdesk  \(grant) s1  until \(until)
            ann  Member of Staff  package A1  until \(membershipEnd(assignment))
            """)
    }

    private func membershipEnd(_ assignment: String) -> String {
        switch assignment {
        case "type noExpiration": "never (assignment)"
        case "state delivered": "unknown (none)"
        default: String(assignment.dropFirst("end ".count)) + " (assignment)"
        }
    }

    @Test func anOpenMembershipLeavesARoleItsOwnEnd() throws {
        try expectRows(
            """
            at 2026-06-15
            member ann in Staff
            app role Reader of CRM to group Staff as x1
            directory role A scheduled for group Staff as s1, to 2026-07-01
            directory role B scheduled for group Staff as s2
            directory role C plain for group Staff as r1
            show until
            ---
            ann  directory role A   groupAssignment s1  until 2026-07-01 (assignment)
            ann  directory role B   groupAssignment s2  until open (none)
            ann  directory role C   groupAssignment r1  until open (none)
            ann  Reader of app CRM  groupAssignment x1  until open (none)
            ann  Member of Staff    direct              until open (none)
            """)
    }

    @Test func anAppRoleByGroupEndsWithTheMembershipAndIsOpenAtMost() throws {
        try expectRows(
            """
            at 2026-06-15
            package Date, Member of G1
            package Never, Member of G2
            package Silent, Member of G3
            assignment A1 of Date to ann, end 2026-07-01
            assignment A2 of Never to ann, type noExpiration
            assignment A3 of Silent to ann
            member ann in G1
            member ann in G2
            member ann in G3
            app role Reader of CRM to group G1 as x1
            app role Reader of CRM to group G2 as x2
            app role Reader of CRM to group G3 as x3
            show until
            ---
            ann  Reader of app CRM  groupAssignment x1  until 2026-07-01 (membership)
            ann  Reader of app CRM  groupAssignment x2  until open (none)
            ann  Reader of app CRM  groupAssignment x3  until unknown (membership)
            ann  Member of G1       package A1          until 2026-07-01 (assignment)
            ann  Member of G2       package A2          until never (assignment)
            ann  Member of G3       package A3          until unknown (none)
            """)
    }
}
