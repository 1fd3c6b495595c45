import Testing

/// ACCESS.md 3: one row per (person, resource, roleId, grant, assignmentId), and nothing vanishes.
@Suite struct RowKeyTests {
    @Test func everyAssignmentOfOneRoleHasItsRow() throws {
        try expectRows(
            """
            at 2026-06-15
            package Portal, Member of Staff
            package Intern, Member of Staff
            assignment A1 of Portal to ann
            assignment A2 of Portal to ann, state expired
            assignment B1 of Intern to ann
            show status
            ---
            ann  Member of Staff  package A1  active
            ann  Member of Staff  package A2  ended
            ann  Member of Staff  package B1  active
            """)
    }

    @Test func theSameAppRoleTwiceIsTwoRows() throws {
        try expectRows(
            """
            at 2026-06-15
            member ann in Staff
            app role Reader of CRM to ann as x1
            app role Reader of CRM to ann as x2
            app role Reader of CRM to group Staff as x3
            ---
            ann  Reader of app CRM  direct x1
            ann  Reader of app CRM  direct x2
            ann  Reader of app CRM  groupAssignment x3
            ann  Member of Staff    direct
            """)
    }

    @Test func manyPathsToOneGroupAreOneRow() throws {
        try expectRows(
            """
            at 2026-06-15
            group Day in All
            group Night in All
            member ann in Day
            member ann in Night
            show via paths
            ---
            ann  Member of All    nestedGroup  via Day  paths 2
            ann  Member of Day    direct
            ann  Member of Night  direct
            """)
    }

    @Test func directNestedAndPackagedMembershipStandSideBySide() throws {
        try expectRows(
            """
            at 2026-06-15
            group Staff in All
            member ann in Staff
            member ann in All
            package Portal, Member of All
            assignment A1 of Portal to ann, state deliveryFailed
            ---
            ann  Member of All    direct
            ann  Member of All    nestedGroup
            ann  Member of All    package A1
            ann  Member of Staff  direct
            """)
    }

    @Test func aPackageWithoutKnownRolesKeepsItsAssignment() throws {
        try expectRows(
            """
            at 2026-06-15
            package Empty
            assignment A1 of Empty to ann, end 2026-07-01
            assignment A2 of ? to ann, state somethingNew
            show until status inEffect
            ---
            ann  nothing known  package A1  until 2026-07-01 (assignment)  active  in effect unknown
            ann  nothing known  package A2  until unknown (none)           active  in effect unknown
            """)
    }

    @Test func anAssignmentOfNobodyKeepsEachRole() throws {
        try expectRows(
            """
            at 2026-06-15
            package Portal, Member of Staff, Reader of app CRM
            assignment A1 of Portal to nobody
            show status inEffect
            ---
            nobody  Reader of app CRM  package A1  active  in effect unknown
            nobody  Member of Staff    package A1  active  in effect unknown
            """)
    }
}
