import Testing

/// Memberships and ownerships with terms of their own, as PIM for Groups tells them (docs/manual.md, PIM for Groups).
@Suite struct GroupScheduleTests {
    @Test func aScheduleGivesTheMembershipItsEndAndItsStatus() throws {
        try expectRows(
            """
            at 2026-06-15
            member ann in Night
            pim member of Night assigned for ann as p1, from 2026-06-01, to 2026-07-01
            pim owner of Night assigned for ann as p2, from 2026-07-01, to 2026-08-01
            pim member of Staff assigned for ann as p3, to 2026-06-10
            member ben in Night
            pim member of Night assigned for ben as p4
            show from until status
            ---
            ann  Member of Night  direct p1  from 2026-06-01  until 2026-07-01 (assignment)  active
            ann  Owner of Night   direct p2  from 2026-07-01  until 2026-08-01 (assignment)  scheduled
            ann  Member of Staff  direct p3  from -           until 2026-06-10 (assignment)  ended
            ben  Member of Night  direct p4  from -           until never (assignment)       active
            """)
    }

    @Test func anEdgeThatIsStillThereAfterTheEndHasItsOwnRow() throws {
        try expectRows(
            """
            at 2026-06-15
            member ann in Night, seen 2026-06-12
            owner ann of Night, seen 2026-06-05
            pim member of Night activated for ann as p1, to 2026-06-10
            pim owner of Night activated for ann as p2, to 2026-06-10
            show until status
            ---
            ann  Member of Night  direct     until open (none)              active
            ann  Member of Night  direct p1  until 2026-06-10 (assignment)  ended
            ann  Owner of Night   direct p2  until 2026-06-10 (assignment)  ended
            """)
    }

    @Test func anEdgeThatWasThereBeforeTheBeginningHasItsOwnRow() throws {
        try expectRows(
            """
            at 2026-06-15
            member ann in Night
            pim member of Night assigned for ann as p1, from 2026-06-20, to 2026-07-01
            show until status access
            ---
            ann  Member of Night  direct     until open (none)              active     access until open
            ann  Member of Night  direct p1  until 2026-07-01 (assignment)  scheduled  access until open
            """)
    }

    @Test func anActiveScheduleIsAMembershipAlsoWhereNoEdgeWasSeen() throws {
        try expectRows(
            """
            at 2026-06-15
            group Night in All
            pim member of Night activated for ann as p1, to 2026-06-16
            app role Reader of CRM to group Night as x1
            show via until
            ---
            ann  Member of All     nestedGroup         via Night  until 2026-06-16 (membership)
            ann  Reader of app CRM  groupAssignment x1  via Night  until 2026-06-16 (membership)
            ann  Member of Night   direct p1                      until 2026-06-16 (assignment)
            """)
    }

    @Test func whatEndedConveysUntilItsEndAndNoLonger() throws {
        try expectRows(
            """
            at 2026-06-15
            group Night in All
            member ann in Night, seen 2026-06-05
            pim member of Night assigned for ann as p1, to 2026-06-10, seen 2026-06-05
            pim member of Night assigned for ann as p2, from 2026-07-01, to 2026-08-01, seen 2026-06-05
            pim member of Night assigned for ben as p3, to 2026-06-10
            show until status
            ---
            ann  Member of All    nestedGroup  until 2026-06-10 (membership)  active
            ann  Member of Night  direct p1    until 2026-06-10 (assignment)  ended
            ann  Member of Night  direct p2    until 2026-08-01 (assignment)  scheduled
            ben  Member of Night  direct p3    until 2026-06-10 (assignment)  ended
            """)
    }

    @Test func aPackageExplainsWhatPIMOnlyListsButNotWhatHasTermsOfItsOwn() throws {
        try expectRows(
            """
            at 2026-06-15
            package Portal, Member of Night
            member ann in Night
            assignment A1 of Portal to ann, end 2026-07-01
            pim member of Night assigned for ann as p1
            member ben in Night
            assignment A2 of Portal to ben, end 2026-07-01
            pim member of Night assigned for ben as p2, to 2026-08-01
            member cid in Night
            assignment A3 of Portal to cid, end 2026-07-01
            pim member of Night activated for cid as p3
            show until access
            ---
            ann  Member of Night  package A1  until 2026-07-01 (assignment)  access until 2026-07-01
            ben  Member of Night  direct p2   until 2026-08-01 (assignment)  access until 2026-08-01
            ben  Member of Night  package A2  until 2026-07-01 (assignment)  access until 2026-08-01
            cid  Member of Night  direct p3   until never (assignment)       access until never
            cid  Member of Night  package A3  until 2026-07-01 (assignment)  access until never
            """)
    }

    @Test func aRuleStaysARule() throws {
        try expectRows(
            """
            at 2026-06-15
            group Night, dynamic
            member ann in Night
            pim member of Night assigned for ann as p1, to 2026-07-01
            pim member of Night assigned for ben as p2, to 2026-07-01
            show until
            ---
            ann  Member of Night  direct p1    until 2026-07-01 (assignment)
            ann  Member of Night  dynamicRule  until open (none)
            ben  Member of Night  direct p2    until 2026-07-01 (assignment)
            """)
    }

    @Test func anEligibilityIsNoMembershipAndCountsOnlyAmongItself() throws {
        try expectRows(
            """
            at 2026-06-15
            member ann in Night
            pim member of Night activated for ann as p1, to 2026-06-16
            pim member of Night eligible for ann as e1, to 2027-01-01
            pim owner of Night eligible for ann as e2, from 2026-07-01
            pim owner of Staff eligible for ann as e3, to 2026-06-01
            show until status access
            ---
            ann  Member of Night  direct p1           until 2026-06-16 (assignment)  active     access until 2026-06-16
            ann  Member of Night  roleEligibility e1  until 2027-01-01 (assignment)  eligible   access until 2027-01-01
            ann  Owner of Night   roleEligibility e2  until never (assignment)       scheduled  access until never
            ann  Owner of Staff   roleEligibility e3  until 2026-06-01 (assignment)  ended      access until -
            """)
    }

    @Test func membersOfAnEligibleGroupCanActivateNoLongerThanTheirMembership() throws {
        try expectRows(
            """
            at 2026-06-15
            group Team in All
            pim member of Night eligible for group Team as e1, to 2026-12-31
            member ann in Team
            package Portal, Member of Team
            member ben in Team
            assignment A1 of Portal to ben, end 2026-07-01
            member cid in All
            show via until status
            ---
            ann  Member of All    nestedGroup         via Team  until open (none)                active
            ann  Member of Night  roleEligibility e1  via Team  until 2026-12-31 (assignment)    eligible
            ann  Member of Team   direct                        until open (none)                active
            ben  Member of All    nestedGroup         via Team  until 2026-07-01 (membership)    active
            ben  Member of Night  roleEligibility e1  via Team  until 2026-07-01 (membership)    eligible
            ben  Member of Team   package A1                    until 2026-07-01 (assignment)    active
            cid  Member of All    direct                        until open (none)                active
            """)
    }

    @Test func whatTheGroupHoldsCanBeReachedByActivation() throws {
        try expectRows(
            """
            at 2026-06-15
            app role Reader of CRM to group Night as x1
            directory role Helpdesk scheduled for group Night as s1, to 2026-08-01
            directory role Security eligible for group Night as s2
            pim member of Night eligible for ann as e1, to 2026-07-01
            pim owner of Night eligible for ben as e2
            pim member of Night eligible for cid as e3, from 2026-07-01
            member dan in Team
            pim member of Night eligible for group Team as e4
            show via until status
            ---
            ann  Reader of app CRM        roleEligibility x1  via Night         until 2026-07-01 (membership)  eligible
            ann  directory role Helpdesk  roleEligibility s1  via Night         until 2026-07-01 (membership)  eligible
            ann  Member of Night          roleEligibility e1                    until 2026-07-01 (assignment)  eligible
            ann  directory role Security  roleEligibility s2  via Night         until 2026-07-01 (membership)  eligible
            ben  Owner of Night           roleEligibility e2                    until never (assignment)       eligible
            cid  Member of Night          roleEligibility e3                    until never (assignment)       scheduled
            dan  Reader of app CRM        roleEligibility x1  via Team > Night  until open (none)              eligible
            dan  directory role Helpdesk  roleEligibility s1  via Team > Night  until 2026-08-01 (assignment)  eligible
            dan  Member of Night          roleEligibility e4  via Team          until open (none)              eligible
            dan  directory role Security  roleEligibility s2  via Team > Night  until open (none)              eligible
            dan  Member of Team           direct                                until open (none)              active
            """)
    }

    @Test func whoHasActivatedHasEachRoleOnce() throws {
        try expectRows(
            """
            at 2026-06-15
            directory role Helpdesk scheduled for group Night as s1
            directory role Security eligible for group Night as s2
            member ann in Night
            pim member of Night activated for ann as p1, to 2026-06-16
            pim member of Night eligible for ann as e1
            show until status
            ---
            ann  directory role Helpdesk  groupAssignment s1  until 2026-06-16 (membership)  active
            ann  directory role Helpdesk  roleEligibility s1  until never (assignment)       eligible
            ann  Member of Night          direct p1           until 2026-06-16 (assignment)  active
            ann  Member of Night          roleEligibility e1  until never (assignment)       eligible
            ann  directory role Security  roleEligibility s2  until 2026-06-16 (membership)  eligible
            """)
    }
}
