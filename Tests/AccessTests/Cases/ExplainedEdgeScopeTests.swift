import Testing

/// ACCESS.md 3, explained edges: only those of the same resource and role, and never those of a rule.
@Suite struct ExplainedEdgeScopeTests {
    @Test func aRuleAlwaysHasItsRow() throws {
        try expectRows(
            """
            at 2026-06-15
            group Sales, dynamic
            package Portal, Member of Sales, Owner of Sales
            assignment A1 of Portal to ann
            member ann in Sales
            owner ann of Sales
            show inEffect
            ---
            ann  Member of Sales  dynamicRule
            ann  Member of Sales  package A1  in effect yes
            ann  Owner of Sales   package A1  in effect yes
            """)
    }

    @Test func anotherRoleOfTheSameResourceExplainsNothing() throws {
        try expectRows(
            """
            at 2026-06-15
            package Portal, Member of Staff, Reader of app CRM
            assignment A1 of Portal to ann
            owner ann of Staff
            app role Admin of CRM to ann as x1
            ---
            ann  Admin of app CRM   direct x1
            ann  Reader of app CRM  package A1
            ann  Member of Staff    package A1
            ann  Owner of Staff     direct
            """)
    }

    @Test func theSameRoleOfAnotherAppExplainsNothing() throws {
        try expectRows(
            """
            at 2026-06-15
            package Portal, Reader of app CRM
            assignment A1 of Portal to ann
            app role Reader of Billing to ann as x1
            ---
            ann  Reader of app Billing  direct x1
            ann  Reader of app CRM      package A1
            """)
    }

    @Test func thePackageOfAnotherPersonExplainsNothing() throws {
        try expectRows(
            """
            at 2026-06-15
            package Portal, Member of Staff
            assignment A1 of Portal to bob
            member ann in Staff
            ---
            bob  Member of Staff  package A1
            ann  Member of Staff  direct
            """)
    }

    @Test func oneLiveGrantAmongEndedOnesIsEnough() throws {
        try expectRows(
            """
            at 2026-06-15
            package Portal, Member of Staff
            assignment A1 of Portal to ann, state expired, expired 2026-01-01
            assignment A2 of Portal to ann
            member ann in Staff
            ---
            ann  Member of Staff  package A1
            ann  Member of Staff  package A2
            """)
    }

    @Test func whatAGroupConveysExplainsNothing() throws {
        try expectRows(
            """
            at 2026-06-15
            group Staff in All
            member ann in Staff
            member ann in All
            app role Reader of CRM to group Staff as x1
            app role Reader of CRM to ann as x2
            ---
            ann  Member of All      direct
            ann  Member of All      nestedGroup
            ann  Reader of app CRM  direct x2
            ann  Reader of app CRM  groupAssignment x1
            ann  Member of Staff    direct
            """)
    }
}
