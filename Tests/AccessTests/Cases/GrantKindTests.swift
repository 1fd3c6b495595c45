import Testing

/// ACCESS.md 3, the table of grants: who holds what for which reason.
@Suite struct GrantKindTests {
    @Test func aPackageGrantsEachOfItsRoles() throws {
        try expectRows(
            """
            at 2026-06-15
            package Portal, Member of Staff, Owner of Staff, Reader of app CRM, Visitor of site Intranet
            assignment A1 of Portal to ann
            ---
            ann  Reader of app CRM         package A1
            ann  Visitor of site Intranet  package A1
            ann  Member of Staff           package A1
            ann  Owner of Staff            package A1
            """)
    }

    @Test func anObservedEdgeOfThePersonIsDirect() throws {
        try expectRows(
            """
            at 2026-06-15
            member ann in Staff
            owner ann of Staff
            app role Reader of CRM to ann as x1, created 2026-01-02
            show from until status inEffect
            ---
            ann  Reader of app CRM  direct x1  from 2026-01-02  until open (none)  active
            ann  Member of Staff    direct     from -           until open (none)  active
            ann  Owner of Staff     direct     from -           until open (none)  active
            """)
    }

    @Test func aRuleMakesMembersButNoOwners() throws {
        try expectRows(
            """
            at 2026-06-15
            group Sales, dynamic
            member ann in Sales
            owner ann of Sales
            show from until status
            ---
            ann  Member of Sales  dynamicRule  from -  until open (none)  active
            ann  Owner of Sales   direct       from -  until open (none)  active
            """)
    }

    @Test func aGroupInBetweenMakesNestedMembers() throws {
        try expectRows(
            """
            at 2026-06-15
            group Staff in All
            member ann in Staff
            show via paths from until status inEffect
            ---
            ann  Member of All    nestedGroup  via Staff  paths 1  from -  until open (none)  active
            ann  Member of Staff  direct                           from -  until open (none)  active
            """)
    }

    @Test func aGroupConveysAppRolesAndDirectoryRoles() throws {
        try expectRows(
            """
            at 2026-06-15
            member ann in Staff
            app role Reader of CRM to group Staff as x1, created 2026-01-02
            directory role Helpdesk scheduled for group Staff as s1, from 2026-02-03
            directory role Printing eligible for group Staff as e1
            show scope via from status
            ---
            ann  Reader of app CRM  groupAssignment x1  via Staff  from 2026-01-02  active
            ann  directory role Helpdesk  groupAssignment s1  scope /  via Staff  from 2026-02-03  active
            ann  directory role Printing  roleEligibility e1  scope /  via Staff  from -  eligible
            ann  Member of Staff  direct  from -  active
            """)
    }

    @Test func directoryRolesOfThePersonItselfHaveNoGroupInBetween() throws {
        try expectRows(
            """
            at 2026-06-15
            directory role Helpdesk scheduled for ann as s1, scope /administrativeUnits/7
            directory role Printing eligible for ann as e1
            show scope via
            ---
            ann  directory role Helpdesk  roleAssignment s1   scope /administrativeUnits/7
            ann  directory role Printing  roleEligibility e1  scope /
            """)
    }
}
