import Testing

/// ACCESS.md 3, groupAssignment and roleEligibility: only direct members hold what their group is assigned.
@Suite struct GroupAssignmentTests {
    @Test func nestingConveysNeitherAppRolesNorDirectoryRoles() throws {
        try expectRows(
            """
            at 2026-06-15
            group Staff in All
            member ann in Staff
            member bob in All
            app role Reader of CRM to group All as x1
            directory role Helpdesk scheduled for group All as s1
            directory role Printing eligible for group All as e1
            show via
            ---
            ann  Member of All            nestedGroup         via Staff
            ann  Member of Staff          direct
            bob  Member of All            direct
            bob  Reader of app CRM        groupAssignment x1  via All
            bob  directory role Helpdesk  groupAssignment s1  via All
            bob  directory role Printing  roleEligibility e1  via All
            """)
    }

    @Test func ownersOfAGroupHoldNothingOfIt() throws {
        try expectRows(
            """
            at 2026-06-15
            owner ann of Staff
            app role Reader of CRM to group Staff as x1
            directory role Helpdesk scheduled for group Staff as s1
            ---
            ann  Owner of Staff  direct
            """)
    }

    @Test func membersByRuleAndByPackageHoldItToo() throws {
        try expectRows(
            """
            at 2026-06-15
            group Sales, dynamic
            package Portal, Member of Staff
            assignment A1 of Portal to ann
            member ann in Sales
            member ann in Staff
            app role Reader of CRM to group Sales as x1
            app role Reader of CRM to group Staff as x2
            show via
            ---
            ann  Reader of app CRM  groupAssignment x1  via Sales
            ann  Reader of app CRM  groupAssignment x2  via Staff
            ann  Member of Sales    dynamicRule
            ann  Member of Staff    package A1
            """)
    }

    @Test func aRoleByGroupHasTheStatusOfItsSchedule() throws {
        try expectRows(
            """
            at 2026-06-15
            member ann in Staff
            directory role Past scheduled for group Staff as s1, to 2026-06-15
            directory role Present scheduled for group Staff as s2, from 2026-06-15, to 2026-06-16
            directory role Future scheduled for group Staff as s3, from 2026-06-16
            directory role Plain plain for group Staff as r1
            directory role Can eligible for group Staff as e1, from 2026-06-01
            directory role Could eligible for group Staff as e2, to 2026-06-14
            show status
            ---
            ann  directory role Can      roleEligibility e1  eligible
            ann  directory role Could    roleEligibility e2  ended
            ann  directory role Future   groupAssignment s3  scheduled
            ann  directory role Past     groupAssignment s1  ended
            ann  directory role Plain    groupAssignment r1  active
            ann  directory role Present  groupAssignment s2  active
            ann  Member of Staff         direct              active
            """)
    }

    @Test func itIsAsOldAsTheAssignmentOfTheGroup() throws {
        try expectRows(
            """
            at 2026-06-15
            member ann in Staff, seen 2026-06-01
            app role Reader of CRM to group Staff as x1, seen 2026-06-03
            directory role Helpdesk scheduled for group Staff as s1, seen 2026-06-04
            show seen
            ---
            ann  Reader of app CRM        groupAssignment x1  seen 2026-06-03
            ann  directory role Helpdesk  groupAssignment s1  seen 2026-06-04
            ann  Member of Staff          direct              seen 2026-06-01
            """)
    }
}
