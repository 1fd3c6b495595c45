import Testing

/// ACCESS.md 3, nestedGroup: its row stands also beside a direct, package or explained row.
@Suite struct NestedBesideTests {
    @Test func besideADirectRow() throws {
        try expectRows(
            """
            at 2026-06-15
            group Staff in All
            member ann in Staff
            member ann in All
            show via paths
            ---
            ann  Member of All    direct
            ann  Member of All    nestedGroup  via Staff  paths 1
            ann  Member of Staff  direct
            """)
    }

    @Test func besideAPackageRowWithoutAnEdge() throws {
        try expectRows(
            """
            at 2026-06-15
            group Staff in All
            member ann in Staff
            package Portal, Member of All
            assignment A1 of Portal to ann
            show via paths inEffect
            ---
            ann  Member of All    nestedGroup  via Staff  paths 1
            ann  Member of All    package A1   in effect no
            ann  Member of Staff  direct
            """)
    }

    @Test func besideAnEdgeThatAPackageExplains() throws {
        try expectRows(
            """
            at 2026-06-15
            group Staff in All
            member ann in Staff
            member ann in All
            package Portal, Member of All
            assignment A1 of Portal to ann
            show via paths inEffect
            ---
            ann  Member of All    nestedGroup  via Staff  paths 1
            ann  Member of All    package A1   in effect yes
            ann  Member of Staff  direct
            """)
    }

    @Test func besideTheRuleOfADynamicGroup() throws {
        try expectRows(
            """
            at 2026-06-15
            group All, dynamic
            group Staff in All
            member ann in Staff
            member ann in All
            show via paths
            ---
            ann  Member of All    dynamicRule
            ann  Member of All    nestedGroup  via Staff  paths 1
            ann  Member of Staff  direct
            """)
    }

    @Test func fromAMembershipThatAPackageExplains() throws {
        try expectRows(
            """
            at 2026-06-15
            group Staff in All
            member ann in Staff
            package Portal, Member of Staff
            assignment A1 of Portal to ann
            show via paths
            ---
            ann  Member of All    nestedGroup  via Staff  paths 1
            ann  Member of Staff  package A1
            """)
    }

    @Test func notFromAMembershipThatAPackagePromisesOnly() throws {
        try expectRows(
            """
            at 2026-06-15
            group Staff in All
            package Portal, Member of Staff
            assignment A1 of Portal to ann
            app role Reader of CRM to group Staff as x1
            ---
            ann  Member of Staff  package A1
            """)
    }
}
