import Testing

/// ACCESS.md 3, nestedGroup: the path that is shown, and pathCount.
@Suite struct PathTests {
    @Test func theShortestPathIsShown() throws {
        try expectRows(
            """
            at 2026-06-15
            group A in B
            group B in Top
            group Z in Top
            member ann in A
            member ann in Z
            show via paths
            ---
            ann  Member of A    direct
            ann  Member of B    nestedGroup  via A  paths 1
            ann  Member of Top  nestedGroup  via Z  paths 2
            ann  Member of Z    direct
            """)
    }

    @Test func aDiamondShowsTheSideWithTheSmallerId() throws {
        try expectRows(
            """
            at 2026-06-15
            group A in Right
            group A in Left
            group Right in Top
            group Left in Top
            member ann in A
            show via paths
            ---
            ann  Member of A      direct
            ann  Member of Left   nestedGroup  via A         paths 1
            ann  Member of Right  nestedGroup  via A         paths 1
            ann  Member of Top    nestedGroup  via A > Left  paths 1
            """)
    }

    @Test func amongEqualsTheGroupNearestThePersonDecidesFirst() throws {
        try expectRows(
            """
            at 2026-06-15
            group A in Z
            group B in C
            group Z in Top
            group C in Top
            member ann in B
            member ann in A
            show via paths
            ---
            ann  Member of A    direct
            ann  Member of B    direct
            ann  Member of C    nestedGroup  via B      paths 1
            ann  Member of Top  nestedGroup  via A > Z  paths 2
            ann  Member of Z    nestedGroup  via A      paths 1
            """)
    }

    @Test func theSmallestIdDecidesAndNotTheName() throws {
        try expectRows(
            """
            at 2026-06-15
            group g1, named Zebra
            group g2, named Ant
            group g1 in g3
            group g2 in g3
            member ann in g1
            member ann in g2
            show via paths
            ---
            ann  Member of Ant    direct
            ann  Member of Zebra  direct
            ann  Member of g3     nestedGroup  via g1  paths 2
            """)
    }

    @Test func aPathDoesNotPassTheGroupItLeadsTo() throws {
        // From All, Staff is reached by All > Sub only; the way by Staff itself is none.
        try expectRows(
            """
            at 2026-06-15
            group Staff in All
            group All in Sub
            group Sub in Staff
            member ann in Staff
            member ann in All
            show via paths
            ---
            ann  Member of All    direct
            ann  Member of All    nestedGroup  via Staff      paths 1
            ann  Member of Staff  direct
            ann  Member of Staff  nestedGroup  via All > Sub  paths 1
            ann  Member of Sub    nestedGroup  via All        paths 2
            """)
    }

    @Test func pathCountCountsTheGroupsOfThePersonAndNotTheWays() throws {
        try expectRows(
            """
            at 2026-06-15
            group A in L
            group A in M
            group A in N
            group L in Top
            group M in Top
            group N in Top
            group B in A
            member ann in A
            member ann in B
            show via paths
            ---
            ann  Member of A    direct
            ann  Member of A    nestedGroup  via B      paths 1
            ann  Member of B    direct
            ann  Member of L    nestedGroup  via A      paths 2
            ann  Member of M    nestedGroup  via A      paths 2
            ann  Member of N    nestedGroup  via A      paths 2
            ann  Member of Top  nestedGroup  via A > L  paths 2
            """)
    }
}
