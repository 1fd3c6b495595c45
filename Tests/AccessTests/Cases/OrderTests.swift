import Testing

/// ACCESS.md 5, order within a person: resourceName, resourceId, role, roleId, grant, assignmentId.
@Suite struct OrderTests {
    @Test func namesAreOrderedByCodePointAndTheNamelessComeFirst() throws {
        try expectRows(
            """
            at 2026-06-15
            group g1, named zebra
            group g2, named Zebra
            group g3, named Ärger
            group g4, named 😀
            group g5, named ｚ
            group g6, named Zebra2
            group g7, nameless
            group g8, named 2
            group g9, named 10
            member ann in g1
            member ann in g2
            member ann in g3
            member ann in g4
            member ann in g5
            member ann in g6
            member ann in g7
            member ann in g8
            member ann in g9
            ---
            ann  Member of g7      direct
            ann  Member of 10      direct
            ann  Member of 2       direct
            ann  Member of Zebra   direct
            ann  Member of Zebra2  direct
            ann  Member of zebra   direct
            ann  Member of Ärger   direct
            ann  Member of ｚ      direct
            ann  Member of 😀      direct
            """)
    }

    @Test func theSameLetterWrittenInTwoWaysIsTwoNames() throws {
        // Decomposed: the letter e comes first. Equal for Swift, not for the contract.
        try expectRows(
            """
            at 2026-06-15
            group g1, named \u{E9}
            group g2, named e\u{301}
            group g3, named f
            member ann in g1
            member ann in g2
            member ann in g3
            ---
            ann  Member of e\u{301}  direct
            ann  Member of f         direct
            ann  Member of \u{E9}    direct
            """)
    }

    @Test func equalNamesAreOrderedByIdThenRoleThenRoleId() throws {
        try expectRows(
            """
            at 2026-06-15
            app b, named CRM
            app a, named CRM
            app role Writer#r1 of b to ann as x1
            app role Reader#r4 of b to ann as x2
            app role Reader#r2 of b to ann as x3
            app role Zeta#r0 of a to ann as x4
            ---
            ann  Zeta of app CRM    direct x4
            ann  Reader of app CRM  direct x3
            ann  Reader of app CRM  direct x2
            ann  Writer of app CRM  direct x1
            """)
    }

    @Test func oneRoleIsOrderedByGrantThenAssignment() throws {
        try expectRows(
            """
            at 2026-06-15
            member ann in Zoo
            package Portal, Reader of app CRM
            assignment b of Portal to ann, state deliveryFailed
            assignment B of Portal to ann, state deliveryFailed
            assignment a of Portal to ann, state deliveryFailed
            app role Reader of CRM to group Zoo as x1
            app role Reader of CRM to ann as x9
            app role Reader of CRM to ann as x10
            ---
            ann  Reader of app CRM  direct x10
            ann  Reader of app CRM  direct x9
            ann  Reader of app CRM  groupAssignment x1
            ann  Reader of app CRM  package B
            ann  Reader of app CRM  package a
            ann  Reader of app CRM  package b
            ann  Member of Zoo      direct
            """)
    }

    @Test func rowsWithoutAResourceComeFirst() throws {
        try expectRows(
            """
            at 2026-06-15
            group g1, nameless
            member ann in g1
            assignment A1 of ? to ann
            ---
            ann  nothing known  package A1
            ann  Member of g1   direct
            """)
    }
}
