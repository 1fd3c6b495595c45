import Testing

/// ACCESS.md 3, accessUntil: what is not joined.
@Suite struct AccessUntilApartTests {
    @Test func eligibilityCountsOnlyAmongItself() throws {
        try expectRows(
            """
            at 2026-06-15
            directory role Helpdesk scheduled for ann as s1, to 2026-07-01
            directory role Helpdesk eligible for ann as e1, to 2026-08-01
            directory role Helpdesk eligible for ann as e2, to 2026-09-01, from 2026-06-20
            directory role Helpdesk eligible for ann as e3, to 2026-06-01
            directory role Printing eligible for ann as e4
            directory role Printing scheduled for ann as s4, to 2026-06-01
            show status access
            ---
            ann  directory role Helpdesk  roleAssignment s1   active     access until 2026-07-01
            ann  directory role Helpdesk  roleEligibility e1  eligible   access until 2026-09-01
            ann  directory role Helpdesk  roleEligibility e2  scheduled  access until 2026-09-01
            ann  directory role Helpdesk  roleEligibility e3  ended      access until 2026-09-01
            ann  directory role Printing  roleAssignment s4   ended      access until -
            ann  directory role Printing  roleEligibility e4  eligible   access until never
            """)
    }

    @Test func eachScopeStandsApart() throws {
        try expectRows(
            """
            at 2026-06-15
            member ann in Staff
            directory role Helpdesk scheduled for ann as s1, to 2026-07-01
            directory role Helpdesk scheduled for ann as s2, to 2026-08-01, scope /administrativeUnits/7
            directory role Helpdesk plain for group Staff as s3, scope /administrativeUnits/7
            show scope access
            ---
            ann  directory role Helpdesk  groupAssignment s3  scope /administrativeUnits/7  access until open
            ann  directory role Helpdesk  roleAssignment s1   scope /  access until 2026-07-01
            ann  directory role Helpdesk  roleAssignment s2   scope /administrativeUnits/7  access until open
            ann  Member of Staff  direct  access until open
            """)
    }

    @Test func rolesAndResourcesStandApart() throws {
        try expectRows(
            """
            at 2026-06-15
            package Date, Member of Staff, Reader of app CRM
            package Never, Owner of Staff, Admin of app CRM, Reader of app Billing
            assignment A1 of Date to ann, end 2026-07-01
            assignment A2 of Never to ann, type noExpiration
            show access
            ---
            ann  Reader of app Billing  package A2  access until never
            ann  Admin of app CRM       package A2  access until never
            ann  Reader of app CRM      package A1  access until 2026-07-01
            ann  Member of Staff        package A1  access until 2026-07-01
            ann  Owner of Staff         package A2  access until never
            """)
    }

    @Test func personsStandApart() throws {
        try expectRows(
            """
            at 2026-06-15
            package Portal, Member of Staff
            assignment A1 of Portal to ann, end 2026-07-01
            assignment A2 of Portal to bob, type noExpiration
            show access
            ---
            ann  Member of Staff  package A1  access until 2026-07-01
            bob  Member of Staff  package A2  access until never
            """)
    }

    @Test func aRowWithoutAResourceStandsForItself() throws {
        try expectRows(
            """
            at 2026-06-15
            package Empty
            assignment A1 of Empty to ann, end 2026-07-01
            assignment A2 of Empty to ann, type noExpiration
            assignment A3 of ? to ann, state expired
            show access
            ---
            ann  nothing known  package A1  access until 2026-07-01
            ann  nothing known  package A2  access until never
            ann  nothing known  package A3  access until -
            """)
    }

    @Test func aRowWithoutAPersonStandsForItself() throws {
        try expectRows(
            """
            at 2026-06-15
            package Portal, Member of Staff
            assignment A1 of Portal to nobody, end 2026-07-01
            assignment A2 of Portal to nobody, type noExpiration
            assignment A3 of Portal to nobody, state expired
            show access
            ---
            nobody  Member of Staff  package A1  access until 2026-07-01
            nobody  Member of Staff  package A2  access until never
            nobody  Member of Staff  package A3  access until -
            """)
    }
}
