import Testing

/// ACCESS.md 3, nestedGroup: which groups are reached, and by which path.
@Suite struct NestedGroupTests {
    @Test func aChainOfSixReachesItsEnd() throws {
        try expectRows(
            """
            at 2026-06-15
            group A in B
            group B in C
            group C in D
            group D in E
            group E in F
            member ann in A
            show via paths
            ---
            ann  Member of A  direct
            ann  Member of B  nestedGroup  via A                  paths 1
            ann  Member of C  nestedGroup  via A > B              paths 1
            ann  Member of D  nestedGroup  via A > B > C          paths 1
            ann  Member of E  nestedGroup  via A > B > C > D      paths 1
            ann  Member of F  nestedGroup  via A > B > C > D > E  paths 1
            """)
    }

    @Test func aCycleEndsAndNeverLeadsBackToTheGroupItself() throws {
        try expectRows(
            """
            at 2026-06-15
            group A in B
            group B in C
            group C in D
            group D in E
            group E in F
            group F in A
            member ann in D
            show via paths
            ---
            ann  Member of A  nestedGroup  via D > E > F          paths 1
            ann  Member of B  nestedGroup  via D > E > F > A      paths 1
            ann  Member of C  nestedGroup  via D > E > F > A > B  paths 1
            ann  Member of D  direct
            ann  Member of E  nestedGroup  via D                  paths 1
            ann  Member of F  nestedGroup  via D > E              paths 1
            """)
    }

    @Test func aGroupThatIsItsOwnMemberAddsNothing() throws {
        try expectRows(
            """
            at 2026-06-15
            group Staff in Staff
            group Staff in All
            group All in All
            member ann in Staff
            show via paths
            ---
            ann  Member of All    nestedGroup  via Staff  paths 1
            ann  Member of Staff  direct
            """)
    }

    @Test func twoGroupsInEachOtherAreBothReachedFromBoth() throws {
        try expectRows(
            """
            at 2026-06-15
            group A in B
            group B in A
            member ann in A
            member ann in B
            show via paths
            ---
            ann  Member of A  direct
            ann  Member of A  nestedGroup  via B  paths 1
            ann  Member of B  direct
            ann  Member of B  nestedGroup  via A  paths 1
            """)
    }

    @Test func whatGroupsConveyUpwardsIsMembershipOnly() throws {
        try expectRows(
            """
            at 2026-06-15
            group Staff in All
            owner ann of Staff
            member bob in Staff
            app role Reader of CRM to group All as x1
            directory role Helpdesk scheduled for group All as s1
            directory role Printing eligible for group All as e1
            ---
            ann  Owner of Staff   direct
            bob  Member of All    nestedGroup
            bob  Member of Staff  direct
            """)
    }

    @Test func thePathIsAsOldAsItsOldestEdge() throws {
        try expectRows(
            """
            at 2026-06-15
            group A in B, seen 2026-06-03
            group B in C, seen 2026-06-02
            member ann in A, seen 2026-06-04
            member bob in A, seen 2026-06-01
            show seen
            ---
            ann  Member of A  direct       seen 2026-06-04
            ann  Member of B  nestedGroup  seen 2026-06-03
            ann  Member of C  nestedGroup  seen 2026-06-02
            bob  Member of A  direct       seen 2026-06-01
            bob  Member of B  nestedGroup  seen 2026-06-01
            bob  Member of C  nestedGroup  seen 2026-06-01
            """)
    }
}
