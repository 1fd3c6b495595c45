import Testing

/// ACCESS.md 3: directory roles of the person itself.
@Suite struct DirectoryRoleTests {
    @Test func aScheduleIsScheduledActiveOrEnded() throws {
        try expectRows(
            """
            at 2026-06-15T12:00:00Z
            directory role A scheduled for ann as s1, from 2026-06-15T12:00:01Z
            directory role B scheduled for ann as s2, from 2026-06-15T12:00:00Z
            directory role C scheduled for ann as s3, to 2026-06-15T12:00:01Z
            directory role D scheduled for ann as s4, to 2026-06-15T12:00:00Z
            directory role E scheduled for ann as s5
            show status
            ---
            ann  directory role A  roleAssignment s1  scheduled
            ann  directory role B  roleAssignment s2  active
            ann  directory role C  roleAssignment s3  active
            ann  directory role D  roleAssignment s4  ended
            ann  directory role E  roleAssignment s5  active
            """)
    }

    @Test func anEligibilityIsEligibleWhereAScheduleWouldBeActive() throws {
        try expectRows(
            """
            at 2026-06-15
            directory role A eligible for ann as e1, from 2026-06-16
            directory role B eligible for ann as e2, from 2026-06-15, to 2026-06-16
            directory role C eligible for ann as e3, to 2026-06-15
            show status until inEffect
            ---
            ann  directory role A  roleEligibility e1  until never (assignment)       scheduled
            ann  directory role B  roleEligibility e2  until 2026-06-16 (assignment)  eligible
            ann  directory role C  roleEligibility e3  until 2026-06-15 (assignment)  ended
            """)
    }

    @Test func aScheduleWithoutAnEndNeverEndsButAPlainAssignmentIsOpen() throws {
        try expectRows(
            """
            at 2026-06-15
            directory role A scheduled for ann as s1
            directory role B scheduled for ann as s2, to 9999-12-31T23:59:59Z
            directory role C scheduled for ann as s3, to null
            directory role D scheduled for ann as s4, to 2026-07-01, from 2026-01-01
            directory role E plain for ann as r1
            show from until
            ---
            ann  directory role A  roleAssignment s1  from -           until never (assignment)
            ann  directory role B  roleAssignment s2  from -           until never (assignment)
            ann  directory role C  roleAssignment s3  from -           until never (assignment)
            ann  directory role D  roleAssignment s4  from 2026-01-01  until 2026-07-01 (assignment)
            ann  directory role E  roleAssignment r1  from -           until open (none)
            """)
    }

    @Test func oneRoleInManyScopesIsManyRows() throws {
        try expectRows(
            """
            at 2026-06-15
            directory role Helpdesk scheduled for ann as s1, scope /
            directory role Helpdesk scheduled for ann as s2, scope /administrativeUnits/7
            directory role Helpdesk eligible for ann as e1, scope /
            show scope
            ---
            ann  directory role Helpdesk  roleAssignment s1   scope /
            ann  directory role Helpdesk  roleAssignment s2   scope /administrativeUnits/7
            ann  directory role Helpdesk  roleEligibility e1  scope /
            """)
    }
}
