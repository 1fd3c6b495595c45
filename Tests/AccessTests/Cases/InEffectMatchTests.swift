import Testing

/// ACCESS.md 3, inEffect: which edges match, and what a later start means.
@Suite struct InEffectMatchTests {
    @Test func membersAreNoOwnersAndOneAppRoleIsNotAnother() throws {
        try expectRows(
            """
            at 2026-06-15
            package Portal, Member of G1, Owner of G2, Reader of app CRM, Reader of app Billing
            assignment A1 of Portal to ann
            owner ann of G1
            member ann in G2
            app role Admin of CRM to ann as x1
            app role Reader of Shop to ann as x2
            show inEffect
            ---
            ann  Reader of app Billing  package A1  in effect no
            ann  Admin of app CRM       direct x1
            ann  Reader of app CRM      package A1  in effect no
            ann  Member of G1           package A1  in effect no
            ann  Owner of G1            direct
            ann  Member of G2           direct
            ann  Owner of G2            package A1  in effect no
            ann  Reader of app Shop     direct x2
            """)
    }

    @Test func theSameNameOfAnotherAppRoleIsNotTheRole() throws {
        try expectRows(
            """
            at 2026-06-15
            package Portal, Reader#r1 of app CRM
            assignment A1 of Portal to ann
            app role Reader#r2 of CRM to ann as x1
            show inEffect
            ---
            ann  Reader of app CRM  package A1  in effect no
            ann  Reader of app CRM  direct x1
            """)
    }

    @Test func edgesThroughGroupsDoNotCount() throws {
        try expectRows(
            """
            at 2026-06-15
            group Staff in All
            member ann in Staff
            app role Reader of CRM to group Staff as x1
            package Portal, Member of All, Reader of app CRM
            assignment A1 of Portal to ann
            show inEffect
            ---
            ann  Member of All      nestedGroup
            ann  Member of All      package A1  in effect no
            ann  Reader of app CRM  groupAssignment x1
            ann  Reader of app CRM  package A1  in effect no
            ann  Member of Staff    direct
            """)
    }

    @Test(arguments: [
        ("start 2026-06-09", "no"), ("start 2026-06-10", "no"), ("start 2026-06-10T00:00:01Z", "unknown"),
        ("start 2026-07-01", "unknown"), ("state delivered", "no"),
    ])
    func unknownWhereTheStartLiesAfterTheEdgesWereSeen(clauses: String, inEffect: String) throws {
        try expectRows(
            """
            at 2026-06-15
            edges Member of Staff, seen 2026-06-10
            package Portal, Member of Staff
            assignment A1 of Portal to ann, \(clauses)
            show inEffect
            ---
            ann  Member of Staff  package A1  in effect \(inEffect)
            """)
    }

    @Test func aStartByRequestCountsAsWell() throws {
        try expectRows(
            """
            at 2026-06-15
            edges Member of Staff, seen 2026-06-10
            package Portal, Member of Staff
            request R1 userAdd for A1, created 2026-06-09, completed 2026-06-11
            assignment A1 of Portal to ann
            show inEffect
            ---
            ann  Member of Staff  package A1  in effect unknown
            """)
    }

    @Test func grantsThatAreNoPackagesSayNothing() throws {
        try expectRows(
            """
            at 2026-06-15
            group Staff in All
            member ann in Staff
            owner ann of Staff
            directory role Helpdesk scheduled for ann as s1
            show inEffect
            ---
            ann  Member of All            nestedGroup
            ann  directory role Helpdesk  roleAssignment s1
            ann  Member of Staff          direct
            ann  Owner of Staff           direct
            """)
    }
}
